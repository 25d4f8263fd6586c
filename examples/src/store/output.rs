//! What a file's bytes are written to, until it is complete.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Seek as _, SeekFrom, Write};
use std::os::fd::{AsFd as _, AsRawFd as _};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;

use tempfile::NamedTempFile;

use super::file::folder;
use super::{Error, Result};
use crate::stop::{self, Undo};

/// A device or a pipe must not be replaced by a file, so it is written in place.
#[derive(Debug)]
pub(super) enum Output {
    Temporary(NamedTempFile, Undo),
    /// From this position on.
    InPlace(File, u64),
}

impl Output {
    /// In the folder, unless there is something else than a file of this name.
    pub(super) fn create(path: &Path, folder: &Path) -> Result<Self> {
        let opened = match fs::metadata(path) {
            _ if is_stdout(path) => stdout(),
            Ok(about) if !about.is_file() || is_open_already(path) => in_place(path),
            _ => return temporary(folder),
        };
        opened.map_err(|source| Error::from_io(path.display(), source))
    }

    /// Refuses what takes bytes at its end only, before there is work that would be lost.
    pub(super) fn check_patchable(&mut self) -> io::Result<()> {
        let Self::InPlace(file, _) = self else {
            return Ok(());
        };
        if file.stream_position().is_ok() && !is_appended_to(file) {
            return Ok(());
        }
        Err(io::Error::other(
            "what comes first in this format is written last, which cannot be done here: write \
             to a file, or another --format (fmp4 or annexb)",
        ))
    }

    /// Replaces bytes that were written already.
    pub(super) fn patch(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        let (mut file, start) = match self {
            Self::Temporary(file, _) => (file.as_file(), 0),
            Self::InPlace(file, start) => (&*file, *start),
        };
        let end = file.stream_position()?;
        file.seek(SeekFrom::Start(start + at))?;
        file.write_all(bytes)?;
        file.seek(SeekFrom::Start(end)).map(drop)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Temporary(file, _) => file.write(bytes),
            Self::InPlace(file, _) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Temporary(file, _) => file.flush(),
            Self::InPlace(file, _) => file.flush(),
        }
    }
}

/// Whether what is written to this name comes out of standard output: `-`, `/dev/stdout` and the
/// like.
pub(crate) fn is_stdout(path: &Path) -> bool {
    if path == Path::new("-") {
        return true;
    }
    let about = |path: &Path| {
        let about = fs::metadata(path).ok()?;
        Some((about.dev(), about.ino()))
    };
    let own = about(Path::new("/proc/self/fd/1"));
    is_open_already(path) && own.is_some() && about(path) == own
}

/// Whether the name stands for a file that somebody has open, as /dev/stdout does.
fn is_open_already(path: &Path) -> bool {
    let leads_to = fs::read_link(path).ok();
    let names = [Some(path), leads_to.as_deref()].into_iter().flatten();
    let mut folders = names.filter_map(|name| fs::canonicalize(folder(name)).ok());
    folders.any(|folder| folder.starts_with("/proc"))
}

/// As it is, and not opened again: that would begin at the beginning of what others wrote there.
fn stdout() -> io::Result<Output> {
    let mut file = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    let start = file.stream_position().unwrap_or(0); // of a pipe there is none
    Ok(Output::InPlace(file, start))
}

fn in_place(path: &Path) -> io::Result<Output> {
    let file = OpenOptions::new().write(true).open(path)?;
    Ok(Output::InPlace(file, 0))
}

/// Whether all that is written goes to its end.
fn is_appended_to(file: &File) -> bool {
    // SAFETY: the call takes no pointer, and the file is open as long as it is borrowed.
    let flags = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_GETFL) };
    flags != -1 && flags & libc::O_APPEND != 0
}

/// In the same folder, so that the rename at the end stays within one file system.
fn temporary(folder: &Path) -> Result<Output> {
    let made = stop::make_undoable(|| {
        let file = tempfile::Builder::new()
            .prefix(".s3-batch-")
            .permissions(Permissions::from_mode(0o666)) // less the umask, like any new file
            .tempfile_in(folder)?;
        let path = file.path().to_owned();
        let remove = move || drop(fs::remove_file(path)); // nobody is left to tell
        Ok((file, Box::new(remove) as stop::Action))
    });
    match made {
        Ok((file, undo)) => Ok(Output::Temporary(file, undo)),
        Err(error) => {
            // tempfile adds its own path to the error, and so hides what kind it is.
            let kind = io::Error::from(io::Error::kind(&error));
            Err(Error::from_io(
                format!("the folder {}", folder.display()),
                kind,
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_standard_output() {
        for name in ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
            assert!(is_stdout(Path::new(name)), "{name}");
        }
        for name in ["./-", "/dev/zero", "/no/such/file", "out.hevc"] {
            assert!(!is_stdout(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn what_is_appended_to_takes_no_patches() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let open = |append| {
            let mut options = OpenOptions::new();
            options.create(true).write(true).append(append);
            Output::InPlace(options.open(&path).unwrap(), 2)
        };
        let mut output = open(false);
        output.check_patchable().unwrap();
        output.write_all(b"abcdef").unwrap();
        output.patch(1, b"DE").unwrap();
        output.write_all(b"g").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"abcDEfg");
        let refused = open(true).check_patchable().unwrap_err();
        assert!(refused.to_string().contains("fmp4"), "{refused}");
    }

    #[test]
    fn a_pipe_takes_no_patches() {
        let (_reader, writer) = io::pipe().unwrap();
        let file = File::from(std::os::fd::OwnedFd::from(writer));
        assert!(Output::InPlace(file, 0).check_patchable().is_err());
    }
}
