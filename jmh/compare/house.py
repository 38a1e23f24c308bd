"""What the scripts share: a server that speaks ClickHouse's HTTP protocol, the queries, processor time."""
import http.client
import json
import os
import re
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))


class Refused(RuntimeError):
    """An answer that is an error; code is ClickHouse's number or 0."""

    def __init__(self, status, text):
        super().__init__(text[:600])
        found = re.match(r"Code: (\d+)", text)
        self.status, self.code = status, int(found[1]) if found else 0


class House:
    """One connection to a server. Parameters of a call are settings or query parameters."""

    def __init__(self, url, timeout=3600):
        parts = urllib.parse.urlparse(url)
        self.url, self.timeout = url, timeout
        self.address = (parts.hostname, parts.port)
        self.connection = http.client.HTTPConnection(*self.address, timeout=timeout)

    def __call__(self, sql, body=None, **parameters):
        """-> (bytes, the summary header as a dict)"""
        given = {"wait_end_of_query": 1, **parameters}
        if body is not None:
            given["query"] = sql
        target = "/?" + urllib.parse.urlencode(given)
        sent = sql.encode() if body is None else body
        try:
            answer, data = self.exchange(target, sent)
        except (BrokenPipeError, ConnectionResetError, http.client.RemoteDisconnected):
            self.connection.close()  # the server closes what was idle for long
            answer, data = self.exchange(target, sent)
        if answer.status != 200:
            raise Refused(answer.status, data.decode(errors="replace"))
        return data, json.loads(answer.headers.get("X-ClickHouse-Summary", "{}"))

    def exchange(self, target, sent):
        self.connection.request("POST", target, sent)
        answer = self.connection.getresponse()
        return answer, answer.read()

    def rows(self, sql, **parameters):
        text = self(sql + " FORMAT TSV", **parameters)[0].decode()
        return [line.split("\t") for line in text.splitlines()]


def queries(path, pattern="."):
    """[(name, sql)] of the '-- name:' blocks of a file, with '-- set a=b' put in for {a}."""
    sets, found, current = {}, [], None
    for line in open(path):
        if m := re.match(r"-- set (\w+)=(.*)", line):
            sets[m[1]] = m[2].strip()
        elif m := re.match(r"-- name: (\S+)", line):
            current = [m[1], ""]
            found.append(current)
        elif current is not None and not line.startswith("--"):
            current[1] += line

    def filled(text):
        for _ in range(5):
            text = re.sub(r"\{(\w+)\}", lambda m: sets.get(m[1], m[0]), text)
        return text.strip().rstrip(";")

    return [(name, filled(sql)) for name, sql in found if re.search(pattern, name)]


def cpu_of(pid):
    """Seconds of processor time a process has used."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cpu_of_all():
    """Seconds of processor time that all processes have used."""
    fields = list(map(int, open("/proc/stat").readline().split()[1:9]))
    return (sum(fields) - fields[3] - fields[4]) / os.sysconf("SC_CLK_TCK")
