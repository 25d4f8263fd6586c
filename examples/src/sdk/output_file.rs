use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use crate::error::{Error, Result};
use crate::stop;
use crate::store::FileWriter;

/// A file that a program writes. It appears under its name when it is complete; a program that
/// fails, or that a signal ends, leaves nothing and what was there before. Devices and pipes are
/// written as they are.
pub(super) struct OutputFile {
    path: PathBuf,
    file: FileWriter,
}

/// Refuses an output that would take the place of what is read.
pub(super) fn check_beside(output: &Path, input: &Path) -> Result<()> {
    let [one, other] = [output, input].map(|path| fs::canonicalize(path).ok());
    match one.is_some() && one == other {
        true => Err(Error::Usage(format!(
            "{} would replace the input",
            output.display()
        ))),
        false => Ok(()),
    }
}

impl OutputFile {
    pub(super) fn create(path: &Path) -> Result<Self> {
        stop::watch_once()?;
        let name = path.display();
        let file = FileWriter::create(path);
        Ok(Self {
            path: path.to_owned(),
            file: file.map_err(|why| {
                Error::BadInput(format!("Unable to open output file: {name}: {why}"))
            })?,
        })
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        stop::check()?;
        let written = self.file.write_all(bytes);
        written.map_err(Error::system("writing the output"))
    }

    /// Gives it its name, which comes back.
    pub(super) fn finish(self) -> Result<PathBuf> {
        self.file.finish_unsynced()?;
        Ok(self.path)
    }
}

impl fmt::Debug for OutputFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OutputFile({})", self.path.display())
    }
}
