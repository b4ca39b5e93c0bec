"""The interface for programs, held against its own description by schemathesis.

    python3 check.py DEMARCHE SCHEMATHESIS

hosts Dark Grid, takes a seat, begins the class and lets schemathesis ask what it likes with the seat's token. The stream of
events is left out, for it does not end.
"""

import http.client
import json
import pathlib
import subprocess
import sys
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "browser"))
from hosted import DATA, Host  # noqa: E402


def asked(address, method, path, body=None, headers=None):
    """Asks once, and follows nothing."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=30)
    connection.request(method, path, body, headers or {})
    answer = connection.getresponse()
    return answer, answer.read().decode()


def main():
    host = Host()
    wanted = json.dumps({"name": "Ada", "state": "Lysmark"})
    as_json = {"Content-Type": "application/json"}
    answer, joined = asked(host.address, "POST", f"/api/v1/games/{host.code}/seats", wanted, as_json)
    assert answer.status == 201, joined
    token = json.loads(joined)["token"]

    answer, _ = asked(host.address, "GET", urllib.parse.urlsplit(host.desk).path)
    desk = {
        "Cookie": answer.getheader("set-cookie").split(";")[0],
        "Origin": host.address,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    answer, page = asked(host.address, "POST", "/desk/begin", "key=begin&turn=0&sure=yes", desk)
    assert answer.status == 303, page

    command = [str(pathlib.Path(sys.argv[2]).resolve()), "run", f"{host.address}/api/v1/openapi.json", "--header", f"Authorization: Bearer {token}"]
    command += ["--exclude-path", "/api/v1/events", "--max-examples", "15", "--rate-limit", "25/s", "--generation-deterministic"]
    command += ["--warnings", "off", "--no-color"]
    done = subprocess.run(command, check=False, cwd=DATA)
    _, seat = asked(host.address, "GET", "/api/v1/seat", headers={"Authorization": f"Bearer {token}"})
    assert json.loads(seat)["name"] == "Ada", seat
    host.kill()
    sys.exit(done.returncode)


main()
