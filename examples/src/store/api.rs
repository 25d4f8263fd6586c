//! Calls of AWS services other than S3, with S3's credentials and signature.
//!
//! One signed POST is all that a job needs of AWS Batch; the signer of the S3 client makes it, so
//! no AWS SDK is built.

use std::env;
use std::time::Duration;

use http::{Method, StatusCode};
use object_store::ClientOptions;
use object_store::aws::{AmazonS3ConfigKey, AwsAuthorizer};
use object_store::client::{HttpConnector as _, HttpRequest, ReqwestConnector};
use tokio::time::sleep;

use super::s3::{S3, wait};
use super::{Error, Result};

/// How often a service that is too busy is asked.
const TRIES: u32 = 5;

/// How long it is left alone after the first time, and twice as long after each other.
const PAUSE: Duration = Duration::from_millis(500);

/// A service, and how it is reached.
struct Service<'a> {
    name: &'a str,
    region: String,
    endpoint: String,
}

impl S3 {
    pub(super) fn call(&self, service: &str, path: &str, body: String) -> Result<Vec<u8>> {
        let service = self.service(service)?;
        let url = format!("{}{path}", service.endpoint.trim_end_matches('/'));
        wait(&self.runtime, async {
            let mut pause = PAUSE;
            for _ in 1..TRIES {
                match self.try_call(&service, &url, &body).await {
                    Err(Error::Service { busy: true, .. }) => sleep(pause).await,
                    answer => return answer,
                }
                pause *= 2;
            }
            self.try_call(&service, &url, &body).await
        })?
    }

    async fn try_call(&self, service: &Service<'_>, url: &str, body: &str) -> Result<Vec<u8>> {
        let unreachable = |error: &dyn std::error::Error| service.failed(error.to_string(), false);
        let mut request = HttpRequest::new(body.to_owned().into());
        *request.method_mut() = Method::POST;
        *request.uri_mut() = url.parse().map_err(|error| unreachable(&error))?;
        let json = http::HeaderValue::from_static("application/json");
        request
            .headers_mut()
            .insert(http::header::CONTENT_TYPE, json);
        self.sign(service, &mut request).await?;
        let client = ReqwestConnector::default().connect(&options(url));
        let client = client.map_err(Error::from_settings)?;
        let answer = client.execute(request).await;
        let (head, body) = answer.map_err(|error| unreachable(&error))?.into_parts();
        let body = body.bytes().await.map_err(|error| unreachable(&error))?;
        match head.status.is_success() {
            true => Ok(body.to_vec()),
            false => Err(service.refused(head.status, &body)),
        }
    }

    async fn sign(&self, service: &Service<'_>, request: &mut HttpRequest) -> Result<()> {
        let client = self.client(service.name)?; // of a bucket that is never asked for
        let failed = |error| Error::from_s3(service.name.to_owned(), error);
        let credential = client.credentials().get_credential().await;
        let credential = credential.map_err(failed)?;
        let authorizer = AwsAuthorizer::new(&credential, service.name, &service.region);
        authorizer.try_authorize(request, None).map_err(failed)
    }

    fn service<'a>(&self, name: &'a str) -> Result<Service<'a>> {
        let builder = self.access.builder();
        let region = builder.get_config_value(&AmazonS3ConfigKey::Region);
        let region = region.ok_or_else(|| Error::Service {
            service: name.to_owned(),
            said: "no region is known: set AWS_REGION".to_owned(),
            busy: false,
        })?;
        let own = env::var(format!("AWS_ENDPOINT_URL_{}", name.to_uppercase())).ok();
        let common = || builder.get_config_value(&AmazonS3ConfigKey::Endpoint);
        let endpoint = own.or_else(common);
        Ok(Service {
            name,
            endpoint: endpoint.unwrap_or_else(|| usual_endpoint(name, &region)),
            region,
        })
    }
}

impl Service<'_> {
    fn failed(&self, said: String, busy: bool) -> Error {
        let service = format!("{} at {}", self.name, self.endpoint);
        Error::Service {
            service,
            said,
            busy,
        }
    }

    fn refused(&self, status: StatusCode, body: &[u8]) -> Error {
        let body = String::from_utf8_lossy(body);
        let busy = status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error();
        self.failed(format!("{status}: {}", body.trim()), busy)
    }
}

fn usual_endpoint(service: &str, region: &str) -> String {
    let china = if region.starts_with("cn-") { ".cn" } else { "" };
    format!("https://{service}.{region}.amazonaws.com{china}")
}

/// As for S3: an http endpoint needs no certificates.
fn options(url: &str) -> ClientOptions {
    let options = ClientOptions::new();
    match url.starts_with("http://") {
        true => options
            .with_allow_http(true)
            .with_config(object_store::ClientConfigKey::NoSystemCertificates, "true"),
        false => options,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints() {
        let usual = usual_endpoint("batch", "eu-west-1");
        assert_eq!(usual, "https://batch.eu-west-1.amazonaws.com");
        let china = usual_endpoint("batch", "cn-north-1");
        assert_eq!(china, "https://batch.cn-north-1.amazonaws.com.cn");
    }
}
