//! A proxy in front of an S3 server that spoils one request.

#![allow(dead_code, unreachable_pub)] // as its sibling

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What happens to the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// S3 says that it is busy.
    Busy,
    /// The connection ends before the request gets to S3.
    Reset,
    /// The connection ends when S3 has done what was asked for, and before it can say so.
    Unheard,
    /// The connection ends in the middle of the answer's body.
    Cut,
    /// The answer comes late.
    Slow,
    /// What S3 gets is not what was sent: the checksum that came with it is wrong.
    Spoilt,
}

impl Fault {
    pub const ALL: [Self; 6] = [
        Self::Busy,
        Self::Reset,
        Self::Unheard,
        Self::Cut,
        Self::Slow,
        Self::Spoilt,
    ];

    /// Whether S3 does what is asked for, and the answer that it did may be lost.
    pub fn is_unheard(self) -> bool {
        matches!(self, Self::Unheard | Self::Cut)
    }
}

/// Its threads end with the test's process.
pub struct Proxy {
    pub address: SocketAddr,
    /// Requests that came.
    pub requests: Arc<AtomicUsize>,
    /// Bytes of S3's answers.
    pub answered: Arc<AtomicUsize>,
}

impl Proxy {
    /// Spoils the request of this number, from 0 on.
    pub fn start(server: &str, number: usize, fault: Fault) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = server.strip_prefix("http://").unwrap().to_owned();
        let requests = Arc::new(AtomicUsize::new(0));
        let counter = requests.clone();
        let answered = Arc::new(AtomicUsize::new(0));
        let bytes = answered.clone();
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (server, counter, bytes) = (server.clone(), counter.clone(), bytes.clone());
                std::thread::spawn(move || {
                    let Some(request) = request(&client) else {
                        return;
                    };
                    let current = counter.fetch_add(1, Ordering::SeqCst);
                    let fault = (current == number).then_some(fault);
                    let sent = serve(client, &request, &server, fault);
                    bytes.fetch_add(sent.unwrap_or(0), Ordering::SeqCst); // the client may be gone
                });
            }
        });
        Self {
            address,
            requests,
            answered,
        }
    }
}

/// One request, head and body.
pub fn request(mut client: &TcpStream) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    let mut piece = [0; 1 << 16];
    loop {
        if let Some(head) = head_end(&request)
            && request.len() >= head + body_length(&request[..head])
        {
            return Some(request);
        }
        match client.read(&mut piece) {
            Ok(0) | Err(_) => return None,
            Ok(count) => request.extend_from_slice(&piece[..count]),
        }
    }
}

/// One request's head and body.
pub fn request_parts(client: &TcpStream) -> Option<(String, Vec<u8>)> {
    let request = request(client)?;
    let (head, body) = request.split_at(head_end(&request)?);
    Some((String::from_utf8_lossy(head).into_owned(), body.to_vec()))
}

fn head_end(bytes: &[u8]) -> Option<usize> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    Some(end + 4)
}

fn body_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let line = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"));
    line.map_or(0, |length| length.trim().parse().unwrap())
}

fn serve(
    mut client: TcpStream,
    request: &[u8],
    server: &str,
    fault: Option<Fault>,
) -> std::io::Result<usize> {
    match fault {
        Some(Fault::Busy) => {
            client.write_all(
                b"HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            )?;
            return Ok(0);
        }
        Some(Fault::Reset) => return client.shutdown(Shutdown::Both).map(|()| 0),
        Some(Fault::Slow) => std::thread::sleep(Duration::from_secs(1)),
        _ => {}
    }
    let has_body = head_end(request).is_some_and(|head| head < request.len());
    let answer = match fault {
        Some(Fault::Spoilt) if has_body => ask_spoilt(server, request)?,
        _ => ask(server, request)?,
    };
    let body = head_end(&answer).unwrap_or(answer.len());
    let end = match fault {
        Some(Fault::Unheard) => 0,
        Some(Fault::Cut) => body + (answer.len() - body) / 2,
        _ => answer.len(),
    };
    client.write_all(&answer[..end])?;
    client.shutdown(Shutdown::Both)?;
    Ok(end)
}

/// The server must notice. It calls that an error of its own, which is tried again; AWS does not.
fn ask_spoilt(server: &str, request: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut request = request.to_vec();
    request.last_mut().into_iter().for_each(|last| *last ^= 1);
    let answer = ask(server, &request)?;
    assert!(answer.starts_with(b"HTTP/1.1 500"), "it was not noticed");
    let body = "<Error><Code>XAmzContentSHA256Mismatch</Code></Error>";
    let length = body.len();
    Ok(format!("HTTP/1.1 400 Bad Request\r\nContent-Length: {length}\r\n\r\n{body}").into())
}

/// With a connection for each request, whose end is that of the answer.
pub fn ask(server: &str, request: &[u8]) -> std::io::Result<Vec<u8>> {
    let line = request.windows(2).position(|two| two == b"\r\n").unwrap() + 2;
    let mut server = TcpStream::connect(server)?;
    server.write_all(&request[..line])?;
    server.write_all(b"Connection: close\r\n")?;
    server.write_all(&request[line..])?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer)?;
    Ok(answer)
}
