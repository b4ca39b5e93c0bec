//! Who asks, and whether they may: cookies, the origin of forms, headers that every answer carries, guesses at codes.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{ConnectInfo, Request};
use axum::http::header::{
    ACCEPT_LANGUAGE, AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, HeaderMap, HeaderValue,
    ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::base::Digest;
use crate::server::doors::Pace;
use crate::server::hall::{Hall, Table};
use crate::session::desk::{Millis, Moment, PersonId};
use crate::words::Language;

/// The cookie of a seat: the game's code, a dot, a token.
pub(super) const SEAT: &str = "demarche-seat";
/// The cookie of a facilitator: the game's code, a dot, a secret.
pub(super) const DESK: &str = "demarche-desk";
/// Nothing but what this host serves itself; no inline script or style, no frame around a page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// How long a cookie lives: longer than any class.
const LIFE: u32 = 60 * 60 * 24 * 30;

/// How many wrong codes an address may send before it has to wait. A whole class may sit behind one address.
const GUESSES: u32 = 60;
/// After how long it may try again.
const PAUSE: Millis = Millis::minutes(10);
/// How many addresses are remembered.
const ADDRESSES: usize = 4096;

/// Counts wrong codes by address.
#[derive(Debug, Default)]
pub(super) struct Throttle(Mutex<BTreeMap<IpAddr, (u32, Moment)>>);

impl Throttle {
    /// Whether an address has to wait.
    pub(super) fn is_shut(&self, address: IpAddr, now: Moment) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, (_, since)| since.until(now) < PAUSE);
        all.get(&address).is_some_and(|(count, _)| *count >= GUESSES)
    }

    /// An address sent a wrong code.
    pub(super) fn missed(&self, address: IpAddr, now: Moment) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() < ADDRESSES || all.contains_key(&address) {
            all.entry(address).or_insert((0, now)).0 += 1;
        }
    }
}

/// A cookie's game and secret.
fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<(&'a str, &'a str)> {
    let all = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(own, _)| *own == name)?.1.split_once('.')
}

/// Which language a request asks for.
pub(super) fn language(headers: &HeaderMap) -> Language {
    headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).map_or_else(Language::default, Language::asked)
}

/// Whose seat a request comes from.
pub(super) fn seat(hall: &Hall, headers: &HeaderMap) -> Option<(Arc<Table>, PersonId)> {
    holder(hall, cookie(headers, SEAT)?)
}

/// Whose seat a program's request comes from: by the token in its own header, never by a cookie.
pub(super) fn bearer(hall: &Hall, headers: &HeaderMap) -> Option<(Arc<Table>, PersonId)> {
    holder(hall, token(headers)?)
}

/// Who holds a seat of a game by a token.
fn holder(hall: &Hall, (code, token): (&str, &str)) -> Option<(Arc<Table>, PersonId)> {
    let table = hall.table(code)?;
    let person = table.shown().room.holder(token)?;
    Some((table, person))
}

/// The game and secret of an `Authorization: Bearer` header.
fn token(headers: &HeaderMap) -> Option<(&str, &str)> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().split_once('.'))?
}

/// Whose facilitator's desk a program's request comes from.
pub(super) fn bearer_of_desk(hall: &Hall, headers: &HeaderMap) -> Option<Arc<Table>> {
    let (code, secret) = token(headers)?;
    hall.table(code).filter(|table| table.is_facilitator(secret))
}

/// Whose facilitator's desk a request comes from.
pub(super) fn desk(hall: &Hall, headers: &HeaderMap) -> Option<Arc<Table>> {
    let (code, secret) = cookie(headers, DESK)?;
    hall.table(code).filter(|table| table.is_facilitator(secret))
}

/// The games that a facilitator's secret opens, and the one whose desk they are at.
pub(super) fn worlds(hall: &Hall, headers: &HeaderMap) -> Option<(Arc<Table>, Vec<Arc<Table>>)> {
    let (code, secret) = cookie(headers, DESK)?;
    let open: Vec<_> = hall.tables().into_iter().filter(|table| table.is_facilitator(secret)).collect();
    let here = open.iter().find(|table| table.code == code)?.clone();
    Some((here, open))
}

/// The cookie that takes a facilitator to the desk of another game that their secret opens.
pub(super) fn to_world(hall: &Hall, headers: &HeaderMap, code: &str) -> Option<HeaderValue> {
    let (_, secret) = cookie(headers, DESK)?;
    hall.table(code).filter(|table| table.is_facilitator(secret))?;
    Some(set_cookie(hall, DESK, code, secret))
}

/// A cookie that only this host reads, and that other sites' forms do not send along.
/// Where every connection is encrypted, it travels by no other.
pub(super) fn set_cookie(hall: &Hall, name: &str, code: &str, secret: &str) -> HeaderValue {
    let secure = if hall.is_secure { "; Secure" } else { "" };
    let text = format!("{name}={code}.{secret}; Path=/; Max-Age={LIFE}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).expect("codes and secrets are letters and digits")
}

/// Whether a form was sent from a page of this host. A browser says so itself, and a page elsewhere cannot say otherwise. A
/// proxy may ask under another name than browsers do; then the public address is the one that counts.
fn is_own(headers: &HeaderMap, public: Option<&str>) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let Some(origin) = text(ORIGIN) else { return false };
    if public.is_some_and(|public| public.eq_ignore_ascii_case(origin)) {
        return true;
    }
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    authority.zip(text(HOST)).is_some_and(|(authority, host)| authority.eq_ignore_ascii_case(host))
}

/// Whose store of requests one takes from: a seat's or a desk's by its cookie, so that a class behind one address is many.
fn asker(headers: &HeaderMap) -> Option<Digest> {
    let (_, secret) = cookie(headers, SEAT).or_else(|| cookie(headers, DESK)).or_else(|| token(headers))?;
    Some(Digest::of(secret.as_bytes()))
}

/// How many requests a seat may send at once and then each second: far more than anybody presses.
const OF_A_SEAT: (u64, u64) = (300, 30);
/// The same for an address, which may be a whole class's.
const OF_AN_ADDRESS: (u64, u64) = (6000, 600);

/// The pace of seats and addresses.
#[derive(Debug)]
pub(super) struct Paces {
    seats: Pace<Digest>,
    addresses: Pace<IpAddr>,
}

impl Default for Paces {
    fn default() -> Self {
        let (seats, addresses) = (OF_A_SEAT, OF_AN_ADDRESS);
        Self { seats: Pace::new(seats.0, seats.1), addresses: Pace::new(addresses.0, addresses.1) }
    }
}

impl Paces {
    fn allow(&self, headers: &HeaderMap, address: Option<IpAddr>, now: Moment) -> bool {
        asker(headers).is_none_or(|asker| self.seats.allows(asker, now))
            && address.is_none_or(|address| self.addresses.allows(address, now))
    }
}

/// Turns foreign forms away, and puts on every answer what browsers need to keep pages to themselves.
pub(super) async fn watch(hall: Arc<Hall>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    // Programs show a token in a header of their own, which no page elsewhere can make a browser send; cookies open nothing there.
    let is_for_programs = request.uri().path().starts_with(super::api::ROOT);
    let foreign = !reads && !is_for_programs && !is_own(request.headers(), hall.public.as_deref());
    let address = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let mut answer = if !hall.paces.allow(request.headers(), address, hall.now()) {
        if is_for_programs {
            super::api::too_fast()
        } else {
            (StatusCode::TOO_MANY_REQUESTS, super::pages::message(hall.speaks(request.headers()), "web-too-fast"))
                .into_response()
        }
    } else if foreign {
        (StatusCode::FORBIDDEN, super::pages::message(hall.speaks(request.headers()), "web-strange")).into_response()
    } else {
        next.run(request).await
    };
    let headers = answer.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put(CONTENT_SECURITY_POLICY, POLICY);
    put(X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(REFERRER_POLICY, "same-origin");
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    put(CACHE_CONTROL, "no-store");
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_forms_of_this_host_are_its_own() {
        assert!(is_own(&headers(&[("origin", "http://10.0.0.5:8080"), ("host", "10.0.0.5:8080")]), None));
        assert!(!is_own(&headers(&[("origin", "http://evil.example"), ("host", "10.0.0.5:8080")]), None));
        assert!(!is_own(&headers(&[("origin", "null"), ("host", "10.0.0.5:8080")]), None));
        assert!(!is_own(&headers(&[("host", "10.0.0.5:8080")]), None));
        let proxied = headers(&[("origin", "https://crisis.example"), ("host", "10.0.0.5:8080")]);
        assert!(is_own(&proxied, Some("https://crisis.example")) && !is_own(&proxied, Some("https://other.example")));
    }

    #[test]
    fn a_cookie_is_found_among_others_and_an_odd_one_is_none() {
        let found = headers(&[("cookie", "a=b; demarche-seat=ABC.T0KEN; c=d")]);
        assert_eq!(cookie(&found, SEAT), Some(("ABC", "T0KEN")));
        assert_eq!(cookie(&found, DESK), None);
        assert_eq!(cookie(&headers(&[("cookie", "demarche-seat=nothing")]), SEAT), None);
    }

    #[test]
    fn an_address_that_guesses_has_to_wait_and_not_for_ever() {
        let (throttle, address) = (Throttle::default(), IpAddr::from([10, 0, 0, 7]));
        for _ in 0..GUESSES {
            assert!(!throttle.is_shut(address, Moment(5)));
            throttle.missed(address, Moment(5));
        }
        assert!(throttle.is_shut(address, Moment(6)));
        assert!(!throttle.is_shut(IpAddr::from([10, 0, 0, 8]), Moment(6)));
        assert!(!throttle.is_shut(address, Moment(5).after(PAUSE)));
    }
}
