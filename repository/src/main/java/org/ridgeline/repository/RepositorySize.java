package org.ridgeline.repository;

/// Persons and encounters enrolled.
public record RepositorySize(int persons, int encounters) {}
