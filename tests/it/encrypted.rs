//! A host with a certificate: it encrypts, says so to browsers, and answers nobody who does not.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use demarche::server::{Hall, encrypted, serve};
use demarche::session::desk::{Millis, Moment};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};

use crate::web::block;

/// A certificate of this host's own and its key, in files; and what trusts it.
fn certified(folder: &Path, name: &str) -> (PathBuf, PathBuf, rcgen::CertifiedKey<rcgen::KeyPair>) {
    let made = rcgen::generate_simple_self_signed(vec!["class.test".to_owned()]).unwrap();
    let (certificate, key) = (folder.join(format!("{name}.pem")), folder.join(format!("{name}.key")));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    (certificate, key, made)
}

/// A client that trusts one certificate and no other.
fn trusting(made: &rcgen::CertifiedKey<rcgen::KeyPair>) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap();
    TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
}

/// Everything that is answered before the connection ends.
async fn ask(stream: &mut (impl tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin), request: &str) -> String {
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // An end without farewell is an end.
    _ = tokio::time::timeout(Duration::from_secs(20), stream.read_to_end(&mut answer)).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_host_with_a_certificate_encrypts_and_marks_its_cookies() {
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key, made) = certified(folder.path(), "own");
    let (_, foreign_key, other) = certified(folder.path(), "other");
    assert!(encrypted(&certificate, &foreign_key).is_err(), "a key of another certificate");
    assert!(encrypted(&key, &certificate).is_err(), "the files the wrong way round");
    assert!(encrypted(&folder.path().join("none.pem"), &key).is_err());
    let tls = encrypted(&certificate, &key).unwrap();
    block(async {
        let clock = Arc::new(|| Moment(1_000_000));
        let (mut hall, opened) =
            Hall::open(&folder.path().join("data"), "first-note", 7, |_| Millis::minutes(10), clock).unwrap();
        hall.publish(None, true);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let served = tokio::spawn(serve(Arc::new(hall), listener, Some(tls), async move { _ = stopped.await }));

        let connect = async |trust: &TlsConnector| {
            let stream = TcpStream::connect(address).await.unwrap();
            trust.connect(ServerName::try_from("class.test").unwrap(), stream).await
        };
        let form = format!("code={}&name=Ada&state=0", opened[0].code);
        let head = "Host: class.test\r\nOrigin: https://class.test\r\nConnection: close\r\n";
        let request = format!(
            "POST /join HTTP/1.1\r\n{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            form.len()
        );
        let answer = ask(&mut connect(&trusting(&made)).await.unwrap(), &request).await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("You are in"), "{answer}");
        let cookie = answer.lines().find(|line| line.starts_with("set-cookie:")).unwrap();
        assert!(cookie.contains("; Secure"), "{cookie}");
        assert!(connect(&trusting(&other)).await.is_err(), "somebody else's certificate is not trusted");
        // Whoever does not encrypt is told nothing.
        let plain =
            ask(&mut TcpStream::connect(address).await.unwrap(), &format!("GET / HTTP/1.1\r\n{head}\r\n")).await;
        assert!(!plain.contains("HTTP/1.1") && !plain.contains("Démarche"), "{plain}");
        stop.send(()).unwrap();
        served.await.unwrap();
    });
}
