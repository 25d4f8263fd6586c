//! Numbers as C++ streams print them.

/// Digits that C++ streams print unless told otherwise.
const DIGITS: i32 = 6;

/// `value` as `printf("%g")` and C++ streams have it: six significant digits, no zeros at the
/// end, an exponent where that is shorter.
pub(super) fn general(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    let scientific = format!("{value:.*e}", DIGITS as usize - 1);
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent = exponent.parse().unwrap_or(0);
    if (-4..DIGITS).contains(&exponent) {
        let decimals = usize::try_from(DIGITS - 1 - exponent).unwrap_or(0);
        return without_zeros(&format!("{value:.decimals$}")).to_owned();
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    let (mantissa, size) = (without_zeros(mantissa), exponent.unsigned_abs());
    format!("{mantissa}e{sign}{size:02}")
}

fn without_zeros(number: &str) -> &str {
    match number.contains('.') {
        true => number.trim_end_matches('0').trim_end_matches('.'),
        false => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_printf_has_them() {
        let cases = [
            (0.00489155, "0.00489155"),
            (8177.37123, "8177.37"),
            (22816.06, "22816.1"),
            (40.0, "40"),
            (0.0, "0"),
            (999_999.5, "1e+06"),
            (123_456_789.0, "1.23457e+08"),
            (0.000_012_345_67, "1.23457e-05"),
            (0.5, "0.5"),
        ];
        for (value, text) in cases {
            assert_eq!(general(value), text);
        }
    }
}
