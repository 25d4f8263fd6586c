//! Files: read as they are; written beside their name and renamed at the end.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::output::Output;
use super::{Error, Location, Result};

/// Opens a regular file, and tells its size.
pub(super) fn open(path: &Path) -> Result<(BufReader<File>, u64)> {
    let failed = |source| Error::from_io(path.display(), source);
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    if !about.is_file() {
        return Err(failed(io::Error::other("not a regular file")));
    }
    Ok((BufReader::with_capacity(1 << 20, file), about.len()))
}

/// Good enough to notice that a file was written again.
pub(super) fn version(file: &File, size: u64) -> String {
    let changed = file.metadata().and_then(|about| about.modified()).ok();
    let since = changed.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    format!("{size}-{}", since.unwrap_or_default().as_nanos())
}

pub(super) fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).map_err(|source| Error::from_io(path.display(), source))
}

/// With the one around it, if that is empty then.
pub(super) fn remove_folder(path: &Path) -> Result<()> {
    fs::remove_dir(path).map_err(|source| Error::from_io(path.display(), source))?;
    let _ = fs::remove_dir(folder(path)); // others may have something in it
    Ok(())
}

pub(super) fn create_folder_of(path: &Path) -> Result<()> {
    let folder = folder(path);
    fs::create_dir_all(folder).map_err(|source| Error::from_io(folder.display(), source))
}

pub(super) fn list(folder: &Path) -> Result<Vec<Location>> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        let failed = |source| Error::from_io(folder.display(), source);
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            match entry.file_type().map_err(failed)?.is_dir() {
                true => folders.push(entry.path()),
                false => found.push(entry.path()),
            }
        }
    }
    found.sort();
    Ok(found.into_iter().map(Location::File).collect())
}

/// A file that gets its name only when it is complete. Dropped before, it leaves nothing.
#[derive(Debug)]
pub(crate) struct FileWriter {
    path: PathBuf,
    file: BufWriter<Output>,
    written: u64,
}

impl FileWriter {
    pub(crate) fn create(path: &Path) -> Result<Self> {
        let found = target(path);
        let output = Output::create(path, folder(&found))?;
        Ok(Self {
            path: found,
            file: BufWriter::with_capacity(1 << 20, output),
            written: 0,
        })
    }

    /// The same, of which bytes can be replaced.
    pub(super) fn create_patchable(path: &Path) -> Result<Self> {
        let mut writer = Self::create(path)?;
        let output = writer.file.get_mut();
        let checked = output.check_patchable();
        checked.map_err(|source| Error::from_io(path.display(), source))?;
        Ok(writer)
    }

    /// Replaces bytes that were written already.
    pub(super) fn patch(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        self.file.flush()?;
        self.file.get_mut().patch(at, bytes)
    }

    /// Gives it its name, and waits until the disk has it.
    pub(super) fn finish(self) -> Result<u64> {
        self.name(File::sync_all)
    }

    /// Gives it its name, and leaves it to the system when the disk gets it.
    pub(crate) fn finish_unsynced(self) -> Result<u64> {
        self.name(|_| Ok(()))
    }

    fn name(self, sync: impl FnOnce(&File) -> io::Result<()>) -> Result<u64> {
        let failed = |source| Error::from_io(self.path.display(), source);
        let output = self
            .file
            .into_inner()
            .map_err(|error| failed(error.into_error()))?;
        if let Output::Temporary(file, _undo) = output {
            if let Ok(old) = fs::metadata(&self.path) {
                // Who may read what is replaced, and no more, may read this.
                let file = file.as_file().set_permissions(old.permissions());
                file.map_err(failed)?;
            }
            sync(file.as_file()).map_err(failed)?;
            file.persist(&self.path)
                .map_err(|error| failed(error.error))?;
        }
        Ok(self.written)
    }
}

impl Write for FileWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.written += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// What is written when a name is: a link stays one, and what it leads to may be missing.
pub(crate) fn target(path: &Path) -> PathBuf {
    const LINKS: usize = 40; // as many as the system follows
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(leads_to) => path = folder(&path).join(leads_to),
            Err(_) => break,
        }
    }
    match (fs::canonicalize(folder(&path)), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

pub(super) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn appears_only_when_finished() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.hevc");
        let mut file = FileWriter::create(&path).unwrap();
        file.write_all(b"abc").unwrap();
        assert!(!path.exists());
        assert_eq!(file.finish().unwrap(), 3);
        assert_eq!(fs::read(&path).unwrap(), b"abc");
    }

    #[test]
    fn dropped_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.hevc");
        fs::write(&path, b"old").unwrap();
        FileWriter::create(&path)
            .unwrap()
            .write_all(b"new")
            .unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_device_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("out");
        std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
        FileWriter::create(&link).unwrap().finish().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }

    #[test]
    fn a_link_stays_and_what_it_leads_to_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let [path, link] = ["out.hevc", "link"].map(|name| folder.path().join(name));
        fs::write(&path, b"old").unwrap();
        std::os::unix::fs::symlink("out.hevc", &link).unwrap();
        let mut file = FileWriter::create(&link).unwrap();
        file.write_all(b"new").unwrap();
        file.finish_unsynced().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    #[test]
    fn a_link_to_nothing_stays_too() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("missing.hevc", &link).unwrap();
        FileWriter::create(&link)
            .unwrap()
            .finish_unsynced()
            .unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(folder.path().join("missing.hevc").exists());
        assert_eq!(target(&folder.path().join("./link")), target(&link));
    }

    #[test]
    fn who_may_read_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.hevc");
        fs::write(&path, b"old").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        FileWriter::create(&path).unwrap().finish().unwrap();
        let about = fs::metadata(&path).unwrap();
        assert_eq!(about.permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn what_is_open_already_is_written_in_place() {
        use std::os::fd::AsRawFd as _;
        let file = tempfile::NamedTempFile::new().unwrap();
        let name = format!("/proc/self/fd/{}", file.as_file().as_raw_fd());
        let link = file.path().with_extension("link");
        std::os::unix::fs::symlink(&name, &link).unwrap();
        for name in [Path::new(&name), &link] {
            let mut writer = FileWriter::create(name).unwrap();
            writer
                .write_all(name.as_os_str().as_encoded_bytes())
                .unwrap();
            writer.flush().unwrap();
            let there = fs::read(file.path()).unwrap();
            assert!(there.starts_with(name.as_os_str().as_encoded_bytes()));
        }
        fs::remove_file(&link).unwrap();
    }

    #[test]
    fn missing_file_and_folder() {
        assert!(matches!(
            open(Path::new("/no/such/file")),
            Err(Error::Missing { .. })
        ));
        assert!(open(Path::new("/tmp")).is_err());
        assert!(FileWriter::create(Path::new("/no/such/file")).is_err());
    }
}
