//! Standard output: what a program tells of its work, unless the work itself goes there.

use std::fmt;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::store;

/// Whether a stream goes to standard output.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// What is told from now on goes to standard error, if this output is standard output.
pub(crate) fn leave_to(output: &Path) {
    if store::is_stdout(output) {
        TAKEN.store(true, Ordering::Relaxed);
    }
}

/// Tells a line, as `println!` would. Whether anybody reads it does not matter to the work.
macro_rules! tell {
    ($($line:tt)*) => { $crate::stdout::line(format_args!($($line)*)) };
}
pub(crate) use tell;

pub(crate) fn line(line: fmt::Arguments<'_>) {
    let _ = match TAKEN.load(Ordering::Relaxed) {
        true => writeln!(io::stderr(), "{line}"),
        false => writeln!(io::stdout(), "{line}"),
    };
}
