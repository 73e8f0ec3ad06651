//! `kairan serve` in a process of its own, asked as a browser asks.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::site::TODAY;

/// Ends with the test.
pub struct Preview {
    child: Child,
    pub port: u16,
}

/// Far longer than a build of the small site takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

impl Preview {
    /// Comes back when the site can be seen.
    pub fn start(root: &Path) -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = free.local_addr().expect("it has a number").port();
        drop(free);
        let mut child = Command::new(env!("CARGO_BIN_EXE_kairan"))
            .args(["serve", "--port", &port.to_string(), "--today", TODAY])
            .current_dir(root)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be run");
        let said = child.stderr.take().expect("it is piped");
        let mut lines = BufReader::new(said).lines();
        let is_ready = lines.any(|line| line.is_ok_and(|line| line.contains("で見られます")));
        // Read on, so that it can go on talking.
        std::thread::spawn(move || lines.for_each(drop));
        let preview = Self { child, port };
        assert!(is_ready, "the preview did not start");
        preview
    }

    /// The whole answer to a request.
    pub fn get(&self, target: &str) -> String {
        let mut stream =
            TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("the preview answers");
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("the time is not zero");
        let head = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        stream
            .write_all(head.as_bytes())
            .expect("the request can be sent");
        let mut answer = Vec::new();
        stream
            .read_to_end(&mut answer)
            .expect("the answer can be read");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The page after the build that follows the one `shown` came from.
    pub fn after(&self, shown: &str, page: &str) -> String {
        let (_, events) = shown
            .split_once("EventSource(\"")
            .expect("a page waits for the next build");
        let (events, _) = events.split_once('"').expect("the address ends");
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.get(events).contains("data: reload") {
                return self.get(page);
            }
        }
        panic!("no build followed");
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
