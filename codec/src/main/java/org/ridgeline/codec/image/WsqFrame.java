package org.ridgeline.codec.image;

/// A WSQ file's frame header: `pixel = sample * scale + shift`.
/// - **Unit** pixels; grey levels
/// - **Source** IAFIS-IC-0110 table 6 (SOF): black and white levels, Y, X, Em and M, Er and R, Ev
///   (which encoder's rules), Sf (software, assigned on certification)
record WsqFrame(
    int black,
    int white,
    int heightPx,
    int widthPx,
    WsqNumber shift,
    WsqNumber scale,
    int encoder,
    int software) {}
