//! Where text stands on a page: the matrices of its graphics state (ISO 32000-1, 8.3.4).

/// `[a b c d e f]`, which moves a point (x, y) to (ax + cy + e, bx + dy + f).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matrix(pub [f32; 6]);

impl Matrix {
    pub const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub fn moving(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one first, then `other`.
    pub fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Self([
            a * p + b * r,
            a * q + b * s,
            c * p + d * r,
            c * q + d * s,
            e * p + f * r + t,
            e * q + f * s + u,
        ])
    }

    /// Where the point (0, 0) comes to.
    pub fn origin(self) -> (f32, f32) {
        (self.0[4], self.0[5])
    }

    /// How long a line of length 1 along the text becomes.
    pub fn stretch(self) -> f32 {
        self.0[0].hypot(self.0[1])
    }
}
