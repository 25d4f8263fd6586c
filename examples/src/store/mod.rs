//! Objects in S3 and files, as blocking readers and writers that need little memory.

mod api;
mod error;
mod file;
mod keys;
mod location;
mod multipart;
mod output;
mod ranges;
mod s3;

use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::sync::atomic::Ordering;

pub use error::Error;
pub use location::Location;
pub use s3::Access;

pub(crate) use file::{FileWriter, target};
use multipart::MultipartWriter;
pub(crate) use output::is_stdout;
use ranges::RangeReader;
use s3::S3;

/// What the functions of this module return.
pub type Result<T> = std::result::Result<T, Error>;

/// Opens and creates what a [`Location`] names.
///
/// S3 traffic runs on threads of its own; readers and writers block, so use them on plain
/// threads, never inside an async task.
#[derive(Debug)]
pub struct Store {
    s3: S3,
}

impl Store {
    /// A store that reaches S3 in the given way.
    ///
    /// # Errors
    /// * [`Error::Io`]: the threads for S3 traffic cannot be started
    pub fn new(access: Access) -> Result<Self> {
        Ok(Self {
            s3: S3::new(access)?,
        })
    }

    /// Opens an object or a file for reading from any position.
    ///
    /// # Errors
    /// * [`Error::Missing`]: nothing is there
    /// * [`Error::Denied`]: the credentials, or the file's mode, do not allow it
    /// * others: the settings or the network are at fault
    pub fn open(&self, location: &Location) -> Result<Reader> {
        Ok(Reader(match location {
            Location::S3 { .. } => Source::Object(self.s3.open(location)?),
            Location::File(path) => Source::File(file::open(path)?),
        }))
    }

    /// How many bytes of objects were read until now, those included that were read ahead or again.
    pub fn fetched(&self) -> u64 {
        self.s3.fetched.load(Ordering::Relaxed)
    }

    /// Reads all of a small object or file.
    ///
    /// # Errors
    /// As for [`open`](Self::open); it may change or get lost while it is read.
    pub fn read(&self, location: &Location) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.open(location)?.read_to_end(&mut bytes);
        read.map_err(|error| Error::of_read(location, error))?;
        Ok(bytes)
    }

    /// Writes all of a small object or file.
    ///
    /// # Errors
    /// Any; then nothing appears, and what was there before stays.
    pub fn write(&self, location: &Location, bytes: &[u8]) -> Result<()> {
        if let Location::File(path) = location {
            file::create_folder_of(path)?;
        }
        let mut writer = self.create(location)?;
        let written = writer.write_all(bytes);
        written.map_err(|error| Error::of_read(location, error))?;
        writer.finish().map(drop)
    }

    /// What tells this version of an object or a file from others; `None` if nothing is there.
    ///
    /// # Errors
    /// Those of [`open`](Self::open), but for [`Error::Missing`].
    pub fn version(&self, location: &Location) -> Result<Option<String>> {
        match self.open(location) {
            Ok(reader) => Ok(Some(reader.version())),
            Err(Error::Missing { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Removes an object or a file, if it is there.
    ///
    /// # Errors
    /// * [`Error::Denied`]: the credentials, or the folder's mode, do not allow it
    /// * others: the settings or the network are at fault
    pub fn remove(&self, location: &Location) -> Result<()> {
        let removed = match location {
            Location::S3 { .. } => self.s3.remove(location),
            Location::File(path) => file::remove(path),
        };
        match removed {
            Err(Error::Missing { .. }) => Ok(()),
            removed => removed,
        }
    }

    /// Removes many objects or files of one bucket or machine, as far as they are there.
    ///
    /// # Errors
    /// As for [`remove`](Self::remove).
    pub fn remove_all(&self, locations: &[Location]) -> Result<()> {
        match locations.first() {
            Some(Location::S3 { .. }) => self.s3.remove_all(locations),
            _ => locations.iter().try_for_each(|one| self.remove(one)),
        }
    }

    /// Removes all that is in the folder of `last`, if there is one, and `last` after all else.
    ///
    /// # Errors
    /// As for [`remove`](Self::remove) and [`list`](Self::list).
    pub fn remove_folder_of(&self, last: &Location) -> Result<()> {
        let folder = last.folder();
        let mut others = match self.list(&folder) {
            Err(Error::Missing { .. }) => return Ok(()),
            listed => listed?,
        };
        others.retain(|one| one != last);
        self.remove_all(&others)?;
        self.remove(last)?;
        match &folder {
            Location::S3 { .. } => Ok(()),
            Location::File(path) => file::remove_folder(path),
        }
    }

    /// Calls an AWS service: a POST of JSON, signed as all requests to AWS are.
    ///
    /// It goes to `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, or where the service is in
    /// `AWS_REGION`.
    ///
    /// # Errors
    /// * [`Error::Settings`]: no region is set
    /// * [`Error::Service`]: the service refused
    /// * others: credentials or the network are at fault
    pub fn call(&self, service: &str, path: &str, body: String) -> Result<Vec<u8>> {
        self.s3.call(service, path, body)
    }

    /// The objects whose keys begin as `folder`, or the files in it and in folders in it, in the
    /// order of their names.
    ///
    /// # Errors
    /// * [`Error::Denied`]: the credentials, or the folder's mode, do not allow it
    /// * others: the settings or the network are at fault
    pub fn list(&self, folder: &Location) -> Result<Vec<Location>> {
        match folder {
            Location::S3 { .. } => self.s3.list(folder),
            Location::File(path) => file::list(path),
        }
    }

    /// Starts an object or a file, which appears only when [`Writer::finish`] has succeeded.
    ///
    /// # Errors
    /// * [`Error::Settings`], [`Error::NoCertificates`]: S3 cannot be reached this way
    /// * [`Error::Io`]: the file cannot be created
    pub fn create(&self, location: &Location) -> Result<Writer> {
        self.create_patchable(location, 0)
    }

    /// The same; the first `patchable` bytes can be replaced until the end, and are kept in
    /// memory until then, with what else is in the first part of an upload.
    ///
    /// # Errors
    /// As for [`create`](Self::create).
    pub fn create_patchable(&self, location: &Location, patchable: usize) -> Result<Writer> {
        Ok(Writer(match location {
            Location::S3 { .. } => Target::Object(Box::new(self.s3.create(location, patchable)?)),
            Location::File(path) if patchable > 0 => {
                Target::File(FileWriter::create_patchable(path)?)
            }
            Location::File(path) => Target::File(FileWriter::create(path)?),
        }))
    }
}

/// An object or a file that is open for reading.
///
/// The [`Error`] behind a failed read is found with [`io::Error::downcast`].
#[derive(Debug)]
pub struct Reader(Source);

#[derive(Debug)]
enum Source {
    Object(RangeReader),
    File((BufReader<std::fs::File>, u64)),
}

impl Reader {
    /// The size in bytes, as it was when it was opened.
    pub fn size(&self) -> u64 {
        match &self.0 {
            Source::Object(object) => object.size(),
            Source::File((_, size)) => *size,
        }
    }

    /// Tells this version of an object or a file from others: the ETag, or of a file its size
    /// and the time of its last change.
    pub fn version(&self) -> String {
        match &self.0 {
            Source::Object(object) => object.version().unwrap_or_default().to_owned(),
            Source::File((file, size)) => file::version(file.get_ref(), *size),
        }
    }

    /// Says that the bytes that are wanted lie apart, so that an object is read in small blocks.
    pub fn in_small_blocks(&mut self) {
        if let Source::Object(object) = &mut self.0 {
            object.in_small_blocks();
        }
    }

    /// Says that little is wanted of what lies after the byte `end`, so that an object is read in
    /// small blocks, and not ahead of that.
    pub fn only_a_part(&mut self, end: u64) {
        if let Source::Object(object) = &mut self.0 {
            object.only_a_part(end);
        }
    }
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &mut self.0 {
            Source::Object(object) => object.read(into),
            Source::File((file, _)) => file.read(into),
        }
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match &mut self.0 {
            Source::Object(object) => object.seek(to),
            Source::File((file, _)) => file.seek(to),
        }
    }

    fn seek_relative(&mut self, by: i64) -> io::Result<()> {
        match &mut self.0 {
            Source::Object(object) => object.seek_relative(by),
            Source::File((file, _)) => file.seek_relative(by),
        }
    }
}

/// An object or a file that is being written; dropping it leaves nothing behind.
#[derive(Debug)]
pub struct Writer(Target);

#[derive(Debug)]
enum Target {
    Object(Box<MultipartWriter>),
    File(FileWriter),
}

impl Writer {
    /// Replaces `bytes` at `at`, which were written already and lie in what was said to be
    /// patchable.
    ///
    /// # Errors
    /// They do not lie there, or the file cannot be written at any place, as a pipe.
    pub fn patch(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        match &mut self.0 {
            Target::Object(object) => object.patch(at, bytes),
            Target::File(file) => file.patch(at, bytes),
        }
    }

    /// Makes what was written appear under its name, and returns its size in bytes.
    ///
    /// # Errors
    /// Any; then nothing appears, and what was there before stays.
    pub fn finish(self) -> Result<u64> {
        match self.0 {
            Target::Object(object) => object.finish(),
            Target::File(file) => file.finish(),
        }
    }
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Target::Object(object) => object.write(bytes),
            Target::File(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Target::Object(object) => object.flush(),
            Target::File(file) => file.flush(),
        }
    }
}

/// Replaces `bytes` at `at` if they lie in the first `patchable` bytes of `first`.
fn patch(first: &mut [u8], patchable: usize, at: u64, bytes: &[u8]) -> io::Result<()> {
    let outside = || io::Error::other("these bytes were not held back to be replaced");
    let start = usize::try_from(at).map_err(|_| outside())?;
    let end = start
        .checked_add(bytes.len())
        .filter(|end| *end <= patchable);
    let end = end.ok_or_else(outside)?;
    let place = first.get_mut(start..end).ok_or_else(outside)?;
    place.copy_from_slice(bytes);
    Ok(())
}
