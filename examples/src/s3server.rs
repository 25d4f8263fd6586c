//! An S3 server in this process, for the demo and the tests.

use std::io;
use std::net::SocketAddr;
use std::path::Path;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use object_store::aws::AmazonS3ConfigKey as Key;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use crate::store::Access;

/// A server on a free port of 127.0.0.1, with keys of its own and objects in a temporary folder.
///
/// Drop it and all of that is gone.
#[derive(Debug)]
pub struct S3Server {
    address: SocketAddr,
    access_key: String,
    secret_key: String,
    /// Goes before the folder that its tasks work in.
    _runtime: Runtime,
    folder: TempDir,
}

impl S3Server {
    /// Starts a server that has these buckets.
    ///
    /// # Errors
    /// The folder, the port or the threads cannot be had.
    pub fn start(buckets: &[&str]) -> io::Result<Self> {
        let folder = TempDir::with_prefix("s3-batch-")?;
        for bucket in buckets {
            std::fs::create_dir(folder.path().join(bucket))?;
        }
        let (access_key, secret_key) = (random_key(), random_key());
        let service = service(folder.path(), &access_key, &secret_key)?;
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("s3-server")
            .enable_all()
            .build()?;
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let address = listener.local_addr()?;
        runtime.spawn(serve(listener, service));
        Ok(Self {
            address,
            access_key,
            secret_key,
            _runtime: runtime,
            folder,
        })
    }

    /// The endpoint's URL.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The folder with a folder for each bucket in it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The keys that the server accepts.
    pub fn keys(&self) -> (&str, &str) {
        (&self.access_key, &self.secret_key)
    }

    /// How to reach this server, whatever the environment says about S3.
    ///
    /// The proxy is never used; naming one keeps that of the environment out.
    pub fn access(&self) -> Access {
        let client = |option: &str| option.parse().map(Key::Client);
        let proxy = [
            (client("proxy_url"), self.endpoint()),
            (client("proxy_excludes"), "127.0.0.1".to_owned()),
        ];
        let proxy = proxy
            .into_iter()
            .filter_map(|(key, value)| Some((key.ok()?, value)));
        let settings = [
            (Key::Endpoint, self.endpoint()),
            (Key::Region, "us-east-1".to_owned()),
            (Key::AccessKeyId, self.access_key.clone()),
            (Key::SecretAccessKey, self.secret_key.clone()),
        ];
        Access::Settings(settings.into_iter().chain(proxy).collect())
    }
}

fn service(folder: &Path, access_key: &str, secret_key: &str) -> io::Result<S3Service> {
    let files = FileSystem::new(folder)
        .map_err(|error| io::Error::other(format!("S3 server: {error:?}")))?;
    let mut builder = S3ServiceBuilder::new(files);
    builder.set_auth(SimpleAuth::from_single(access_key, secret_key));
    Ok(builder.build())
}

async fn serve(listener: TcpListener, service: S3Service) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let service = service.clone();
        tokio::spawn(async move {
            let http = auto::Builder::new(TokioExecutor::new());
            let _ = http.serve_connection(TokioIo::new(stream), service).await; // the client left
        });
    }
}

/// Unguessable enough for a port that only this machine can reach, for a minute.
fn random_key() -> String {
    use std::hash::{BuildHasher as _, RandomState};
    let half = || RandomState::new().hash_one(0);
    format!("{:016x}{:016x}", half(), half())
}
