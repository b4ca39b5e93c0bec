//! The doors: connections are let in, counted, and not waited for without end. A whole class may come from one address, so
//! what stops a flood are limits on all of them together, on the time a request may take to arrive, and on the pace of each
//! seat and address ([`Pace`]).

use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse as _, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tower::Service as _;

use crate::session::desk::Moment;

/// The most connections at one time.
const MOST: usize = 4096;
/// The most from one address: a class of 250 behind one, each with what a browser opens.
const MOST_FROM_ONE: usize = 1800;
/// How long the head of a request, or the greeting of an encrypted connection, may take to arrive.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long a request may take to arrive in full and be answered; streams only begin in that time.
const WHOLE: Duration = Duration::from_mins(1);
/// How long connections are waited for when the host stops.
const FAREWELL: Duration = Duration::from_secs(5);
/// The most addresses or seats whose pace is remembered.
const REMEMBERED: usize = 8192;

/// How many come from where.
#[derive(Debug, Default)]
struct Count(Mutex<BTreeMap<IpAddr, usize>>);

/// A connection that was let in; counted out when dropped.
struct Inside(Arc<Count>, IpAddr);

impl Count {
    fn enter(self: &Arc<Self>, from: IpAddr) -> Option<Inside> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = all.get(&from).copied().unwrap_or(0);
        if own >= MOST_FROM_ONE || all.values().sum::<usize>() >= MOST {
            return None;
        }
        all.insert(from, own + 1);
        Some(Inside(self.clone(), from))
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        let mut all = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        let left = all.get(&self.1).map_or(0, |own| own.saturating_sub(1));
        if left == 0 {
            all.remove(&self.1)
        } else {
            all.insert(self.1, left)
        };
    }
}

/// Lets connections in until told to stop, then waits a moment for those inside.
pub(super) async fn serve(
    app: Router,
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    stop: impl Future<Output = ()> + Send,
) {
    let (count, inside) = (Arc::new(Count::default()), GracefulShutdown::new());
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // As when there are too many open files: some will close.
                tracing::warn!("a connection could not be accepted: {error}");
                tokio::time::sleep(Duration::from_millis(200)).await;
                continue;
            }
        };
        // Whoever is one too many finds the door shut.
        let Some(inside_now) = count.enter(peer.ip()) else { continue };
        let (app, tls, watcher) = (app.clone(), tls.clone(), inside.watcher());
        tokio::spawn(async move {
            let _inside = inside_now;
            match tls {
                None => answer(app, stream, peer, watcher).await,
                Some(tls) => match tokio::time::timeout(PATIENCE, tls.accept(stream)).await {
                    Ok(Ok(stream)) => answer(app, stream, peer, watcher).await,
                    Ok(Err(_)) | Err(_) => tracing::debug!("an encrypted connection was not completed"),
                },
            }
        });
    }
    drop(listener);
    if tokio::time::timeout(FAREWELL, inside.shutdown()).await.is_err() {
        tracing::warn!("some connections were still open when the host stopped");
    }
}

async fn answer<S>(app: Router, stream: S, peer: SocketAddr, watcher: hyper_util::server::graceful::Watcher)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let answered = app.clone().call(request);
        async move {
            let answer: Response = match tokio::time::timeout(WHOLE, answered).await {
                Ok(Ok(answer)) => answer,
                Ok(Err(never)) => match never {},
                Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
            };
            Ok::<_, std::convert::Infallible>(answer)
        }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_headers(64).max_buf_size(64 * 1024);
    let connection = http.serve_connection(TokioIo::new(stream), service);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!("a connection ended early: {error}");
    }
}

/// Reads a certificate and its key, both as PEM, into what encrypts connections.
///
/// # Errors
/// If they cannot be read, or do not belong together.
pub fn encrypted(certificate: &std::path::Path, key: &std::path::Path) -> io::Result<TlsAcceptor> {
    use tokio_rustls::rustls::pki_types::pem::PemObject as _;
    use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
    use tokio_rustls::rustls::{ServerConfig, crypto::ring};
    let odd = |error: &dyn std::fmt::Display| io::Error::new(io::ErrorKind::InvalidData, error.to_string());
    let chain = CertificateDer::pem_file_iter(certificate).map_err(|error| odd(&error))?;
    let chain = chain.collect::<Result<Vec<_>, _>>().map_err(|error| odd(&error))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(|error| odd(&error))?;
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
        .map_err(|error| odd(&error))?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// How often somebody may ask: a store of requests that refills with time.
#[derive(Debug)]
pub(super) struct Pace<K> {
    /// What a full store holds.
    most: u64,
    /// How many requests come back in a second.
    per_second: u64,
    /// By whom, what is left in thousandths of a request, and since when.
    left: Mutex<BTreeMap<K, (u64, Moment)>>,
}

impl<K: Ord> Pace<K> {
    /// A store of so many requests that refills with so many each second.
    pub(super) fn new(most: u64, per_second: u64) -> Self {
        Self { most: most * 1000, per_second, left: Mutex::default() }
    }

    /// Takes a request out of somebody's store; says whether there was one.
    pub(super) fn allows(&self, who: K, now: Moment) -> bool {
        let mut all = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let refilled = |(left, since): (u64, Moment)| {
            left.saturating_add(since.until(now).0.saturating_mul(self.per_second)).min(self.most)
        };
        if all.len() >= REMEMBERED && !all.contains_key(&who) {
            // Whoever has a full store again need not be remembered.
            all.retain(|_, entry| refilled(*entry) < self.most);
        }
        let left = all.get(&who).map_or(self.most, |entry| refilled(*entry));
        let allowed = left >= 1000;
        if all.len() < REMEMBERED || all.contains_key(&who) {
            all.insert(who, (if allowed { left - 1000 } else { left }, now));
        }
        allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_empties_and_refills() {
        let pace = Pace::new(3, 2);
        let asks = |who: u8, at: u64| pace.allows(who, Moment(at));
        assert!(asks(1, 0) && asks(1, 0) && asks(1, 0) && !asks(1, 0));
        assert!(asks(2, 0), "each has a store of their own");
        assert!(!asks(1, 400) && asks(1, 500) && !asks(1, 500));
        assert!(asks(1, 60_000) && asks(1, 60_000) && asks(1, 60_000) && !asks(1, 60_000));
    }

    #[test]
    fn who_leaves_is_counted_out() {
        let count = Arc::new(Count::default());
        let from = IpAddr::from([10, 0, 0, 1]);
        let inside: Vec<_> = (0..MOST_FROM_ONE).map(|_| count.enter(from).unwrap()).collect();
        assert!(count.enter(from).is_none() && count.enter(IpAddr::from([10, 0, 0, 2])).is_some());
        drop(inside);
        assert!(count.enter(from).is_some());
    }
}
