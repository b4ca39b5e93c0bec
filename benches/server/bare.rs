//! The least that an axum server for classes can be: a move comes in, and goes out to every seat of the class as a server-sent
//! event. With a file it is first kept in `SQLite`, in one transaction for all moves that are waiting.

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::Sse;
use axum::response::sse::Event;
use axum::routing::{get, post};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, oneshot};
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt as _};

type Kept = (usize, usize, String, oneshot::Sender<()>);

struct Bare {
    classes: Vec<broadcast::Sender<String>>,
    book: Option<mpsc::Sender<Kept>>,
}

async fn play(State(bare): State<Arc<Bare>>, Path((class, seat)): Path<(usize, usize)>, body: Bytes) -> &'static str {
    // Read, as every server has to.
    let said: serde_json::Value = serde_json::from_slice(&body).unwrap();
    let text = said.to_string();
    if let Some(book) = &bare.book {
        let (tell, told) = oneshot::channel();
        book.send((class, seat, text.clone(), tell)).unwrap();
        told.await.unwrap();
    }
    _ = bare.classes[class].send(text);
    "ok"
}

async fn follow(
    State(bare): State<Arc<Bare>>,
    Path((class, _)): Path<(usize, usize)>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let moves = BroadcastStream::new(bare.classes[class].subscribe()).filter_map(Result::ok);
    Sse::new(moves.map(|text| Ok(Event::default().data(text))))
}

/// Keeps moves, as many as are waiting in one transaction.
fn keep(path: PathBuf, moves: &mpsc::Receiver<Kept>) {
    let mut book = rusqlite::Connection::open(path).unwrap();
    for (pragma, value) in [("journal_mode", "WAL"), ("synchronous", "FULL"), ("locking_mode", "EXCLUSIVE")] {
        book.pragma_update(None, pragma, value).unwrap();
    }
    book.execute_batch("CREATE TABLE moves (number INTEGER PRIMARY KEY, class INTEGER, seat INTEGER, text TEXT)")
        .unwrap();
    while let Ok(first) = moves.recv() {
        let batch: Vec<Kept> = std::iter::once(first).chain(moves.try_iter().take(255)).collect();
        let transaction = book.transaction().unwrap();
        for (class, seat, text, _) in &batch {
            let mut insert =
                transaction.prepare_cached("INSERT INTO moves (class, seat, text) VALUES (?1, ?2, ?3)").unwrap();
            insert.execute(rusqlite::params![class, seat, text]).unwrap();
        }
        transaction.commit().unwrap();
        for (.., tell) in batch {
            _ = tell.send(());
        }
    }
}

/// Serves until the process is ended.
pub(crate) async fn serve(listener: TcpListener, classes: usize, file: Option<PathBuf>) {
    let book = file.map(|file| {
        let (send, moves) = mpsc::channel();
        #[expect(clippy::disallowed_methods, reason = "commits wait for the disk, beside the event loop")]
        thread::spawn(move || keep(file, &moves));
        send
    });
    let bare = Bare { classes: (0..classes).map(|_| broadcast::channel(1024).0).collect(), book };
    let router = Router::new()
        .route("/move/{class}/{seat}", post(play))
        .route("/sse/{class}/{seat}", get(follow))
        .with_state(Arc::new(bare));
    axum::serve(listener, router).await.unwrap();
}
