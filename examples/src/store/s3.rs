//! The S3 client: settings, and the threads that its traffic runs on.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use object_store::aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey};
use object_store::path::Path;
use object_store::{ClientConfigKey, GetOptions, ObjectStore as _, ObjectStoreExt as _};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::keys::Keys;
use super::multipart::MultipartWriter;
use super::ranges::RangeReader;
use super::{Error, Location, Result};
use crate::stop;

/// How S3 is reached.
#[derive(Clone)]
#[non_exhaustive]
pub enum Access {
    /// As the environment says: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`,
    /// `AWS_ENDPOINT_URL` and so on, an ECS task role, or an instance role.
    Environment,
    /// By these settings alone.
    Settings(Vec<(AmazonS3ConfigKey, String)>),
}

impl Access {
    pub(super) fn builder(&self) -> AmazonS3Builder {
        match self {
            Self::Environment => AmazonS3Builder::from_env(),
            Self::Settings(settings) => settings
                .iter()
                .fold(AmazonS3Builder::new(), |builder, (key, value)| {
                    builder.with_config(*key, value)
                }),
        }
    }
}

/// The settings hold secrets, so they are not shown.
impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Environment => "Environment",
            Self::Settings(_) => "Settings(..)",
        })
    }
}

/// An object, and the client to reach it with.
#[derive(Clone, Debug)]
pub(super) struct Object {
    pub(super) client: Arc<AmazonS3>,
    pub(super) path: Path,
    /// For messages.
    pub(super) location: String,
    /// Bytes that were read, of all objects.
    pub(super) fetched: Arc<AtomicU64>,
}

impl Object {
    pub(super) fn failed(&self, error: object_store::Error) -> Error {
        Error::from_s3(self.location.clone(), error)
    }
}

/// Waits for S3, but no longer once a signal has asked the program to end: S3 may be tried again
/// for minutes, and whoever sent the signal does not wait that long.
pub(super) fn wait<F: Future>(runtime: &Runtime, answer: F) -> Result<F::Output> {
    runtime.block_on(async {
        let mut answer = pin!(answer);
        loop {
            if let Ok(answer) = timeout(LOOK_UP, &mut answer).await {
                return Ok(answer);
            }
            stop::check().map_err(|_| Error::Stopped)?;
        }
    })
}

/// How often the waiting look whether they should go on.
const LOOK_UP: Duration = Duration::from_millis(200);

#[derive(Debug)]
pub(super) struct S3 {
    pub(super) access: Access,
    pub(super) runtime: Arc<Runtime>,
    pub(super) fetched: Arc<AtomicU64>,
}

impl S3 {
    pub(super) fn new(access: Access) -> Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("s3")
            .enable_all()
            .build()
            .map_err(|source| Error::from_io("threads for S3", source))?;
        Ok(Self {
            access,
            runtime: Arc::new(runtime),
            fetched: Arc::default(),
        })
    }

    pub(super) fn open(&self, location: &Location) -> Result<RangeReader> {
        let object = self.object(location)?;
        let head = GetOptions::new().with_head(true);
        let answer = object.client.get_opts(&object.path, head);
        let about = wait(&self.runtime, answer)?;
        let about = about.map_err(|error| object.failed(error))?.meta;
        let runtime = self.runtime.clone();
        Ok(RangeReader::new(object, runtime, about.size, about.e_tag))
    }

    pub(super) fn create(&self, location: &Location, patchable: usize) -> Result<MultipartWriter> {
        let (object, runtime) = (self.object(location)?, self.runtime.clone());
        Ok(MultipartWriter::new(object, runtime, patchable))
    }

    pub(super) fn remove(&self, location: &Location) -> Result<()> {
        let object = self.object(location)?;
        let removed = wait(&self.runtime, object.client.delete(&object.path))?;
        removed.map_err(|error| object.failed(error))
    }

    /// Twenty at a time.
    pub(super) fn remove_all(&self, locations: &[Location]) -> Result<()> {
        let Some(first) = locations.first() else {
            return Ok(());
        };
        let objects = locations.iter().map(|location| self.object(location));
        let paths: Vec<_> = objects
            .map(|object| Ok(Ok(object?.path)))
            .collect::<Result<_>>()?;
        let client = self.object(first)?.client;
        let removed = async {
            let removed = client.delete_stream(stream::iter(paths).boxed());
            removed.try_for_each(|_| async { Ok(()) }).await
        };
        let removed = wait(&self.runtime, removed)?;
        removed.map_err(|error| Error::from_s3(first.to_string(), error))
    }

    /// Folders, which some programs make objects of, are left out. A key that no object can be
    /// reached by here is told, for whoever opens it to learn that.
    pub(super) fn list(&self, folder: &Location) -> Result<Vec<Location>> {
        let Location::S3 { bucket, key } = folder else {
            return Err(invalid(folder, "it is not in S3"));
        };
        let prefix = Path::parse(key).map_err(|_| invalid(folder, ODD_KEY))?;
        let keys = Keys::default();
        let client = self.builder(bucket).with_http_connector(keys.clone());
        let client = client.build().map_err(Error::from_settings)?;
        let pages = client.list(Some(&prefix));
        let listed = wait(&self.runtime, pages.try_for_each(|_| async { Ok(()) }))?;
        listed.map_err(|error| Error::from_s3(folder.to_string(), error))?;
        let in_bucket = |key| Location::S3 {
            bucket: bucket.clone(),
            key,
        };
        Ok(keys.take().into_iter().map(in_bucket).collect())
    }

    fn object(&self, location: &Location) -> Result<Object> {
        let Location::S3 { bucket, key } = location else {
            return Err(invalid(location, "it is not in S3"));
        };
        if location.is_folder() {
            return Err(invalid(location, "it names no object"));
        }
        Ok(Object {
            client: Arc::new(self.client(bucket)?),
            path: Path::parse(key).map_err(|_| invalid(location, ODD_KEY))?,
            location: location.to_string(),
            fetched: self.fetched.clone(),
        })
    }

    pub(super) fn client(&self, bucket: &str) -> Result<AmazonS3> {
        self.builder(bucket).build().map_err(Error::from_settings)
    }

    fn builder(&self, bucket: &str) -> AmazonS3Builder {
        let mut builder = self.access.builder().with_bucket_name(bucket);
        // Many deletions in one request are refused without a word of why, and not known everywhere.
        builder = builder.with_config(AmazonS3ConfigKey::DisableBulkDelete, "true");
        if is_http(&builder) {
            builder = builder.with_allow_http(true);
            if !needs_https_for_credentials() {
                builder = builder.with_config(NO_SYSTEM_CERTIFICATES, "true");
            }
        }
        builder
    }
}

/// What is wrong with a key that the client refuses.
const ODD_KEY: &str = "its key has nothing, . or .. between two slashes, or characters that no \
                       name has: copy the object to another key";

/// Without this a machine that has no CA certificates could not use an http endpoint either.
pub(super) const NO_SYSTEM_CERTIFICATES: AmazonS3ConfigKey =
    AmazonS3ConfigKey::Client(ClientConfigKey::NoSystemCertificates);

fn is_http(builder: &AmazonS3Builder) -> bool {
    [AmazonS3ConfigKey::S3Endpoint, AmazonS3ConfigKey::Endpoint]
        .iter()
        .find_map(|key| builder.get_config_value(key))
        .is_some_and(|endpoint| endpoint.starts_with("http://"))
}

/// A web identity token is traded for credentials at AWS' own https address.
fn needs_https_for_credentials() -> bool {
    std::env::var_os("AWS_WEB_IDENTITY_TOKEN_FILE").is_some()
}

fn invalid(location: &Location, why: &'static str) -> Error {
    Error::Location {
        text: location.to_string(),
        why,
    }
}
