//! Small files of JSON, by which jobs tell each other how far they are.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use crate::error::{Error, Result};
use crate::store::{self, Location, Store};

/// A number that tells this content from others, in hexadecimal digits.
pub(crate) fn digest(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `None` if nothing is there.
pub(crate) fn read<T: DeserializeOwned>(store: &Store, at: &Location) -> Result<Option<T>> {
    let bytes = match store.read(at) {
        Ok(bytes) => bytes,
        Err(store::Error::Missing { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let read = serde_json::from_slice(&bytes);
    read.map(Some)
        .map_err(|error| Error::BadInput(format!("{at} was not written by this program: {error}")))
}

pub(crate) fn write(store: &Store, at: &Location, value: &impl Serialize) -> Result<()> {
    let json = serde_json::to_vec_pretty(value);
    let json = json.map_err(|error| Error::WrongResult(error.to_string()))?;
    Ok(store.write(at, &json)?)
}
