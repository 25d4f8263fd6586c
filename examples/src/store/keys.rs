//! The keys in a bucket, as S3 writes them.
//!
//! The client takes the slash off the end of a key, so that a folder looks like an object, and
//! gives no key at all where one is odd. So they are taken from S3's answers before it sees them.

use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpRequest, HttpResponse, HttpService, ReqwestConnector,
};
use quick_xml::escape::escape;
use serde::Deserialize;

/// Keeps the keys of all lists that a client asks for; the client gets none of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys(Arc<Mutex<Vec<String>>>);

impl Keys {
    /// Those until now, in order, but for folders that some programs make objects of.
    pub(super) fn take(&self) -> Vec<String> {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut keys = mem::take(&mut *keys);
        keys.sort();
        keys
    }

    fn add(&self, page: Page) {
        let objects = page.contents.into_iter().filter(|it| !it.is_folder());
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        keys.extend(objects.map(|it| it.key));
    }
}

impl HttpConnector for Keys {
    fn connect(&self, options: &ClientOptions) -> object_store::Result<HttpClient> {
        let client = ReqwestConnector::default().connect(options)?;
        let keys = self.clone();
        Ok(HttpClient::new(Taking { client, keys }))
    }
}

#[derive(Debug)]
struct Taking {
    client: HttpClient,
    keys: Keys,
}

#[async_trait]
impl HttpService for Taking {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let asked = request.uri().query().unwrap_or_default();
        let is_list = asked.split('&').any(|it| it == "list-type=2");
        let answer = self.client.execute(request).await?;
        if !is_list || !answer.status().is_success() {
            return Ok(answer);
        }
        let (head, body) = answer.into_parts();
        let body = body.bytes().await?;
        let Ok(page) = quick_xml::de::from_reader::<_, Page>(&*body) else {
            return Ok(HttpResponse::from_parts(head, body.into())); // the client tells why
        };
        let rest = page.without_keys();
        self.keys.add(page);
        Ok(HttpResponse::from_parts(head, rest.into()))
    }
}

/// An answer to ListObjectsV2.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Page {
    #[serde(default)]
    contents: Vec<Contents>,
    next_continuation_token: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Contents {
    key: String,
    size: u64,
}

impl Page {
    /// What the client needs to ask for the next one.
    fn without_keys(&self) -> String {
        let next = self.next_continuation_token.as_deref().map(|token| {
            let token = escape(token);
            format!("<NextContinuationToken>{token}</NextContinuationToken>")
        });
        let next = next.unwrap_or_default();
        format!("<ListBucketResult>{next}</ListBucketResult>")
    }
}

impl Contents {
    fn is_folder(&self) -> bool {
        self.size == 0 && self.key.ends_with('/')
    }
}
