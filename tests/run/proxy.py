"""A server's socket with a fault in it: what passes is cut into the messages of PostgreSQL's protocol and counted.

A Proxy listens on a socket of its own and hands on to the server's, message by message (manual, "Frontend/Backend
Protocol"). Before and after the n-th one, over both directions and all connections, it calls trip(connection). whole: not
among what the client sends at once (Parse, Bind, ... Sync), but behind all of it.
"""
import selectors
import socket
import struct
import threading
import time


class Connection:
    """One client's, with the server's process at its other end."""

    def __init__(self, client, server):
        self.client, self.server = client, server
        self.unsent = {client: b"", server: b""}  # what came from there and is not a whole message yet
        self.greeted = False  # the first message of a client has no letter
        self.backend = None

    def other(self, side):
        return self.server if side is self.client else self.client

    def next_message(self, side):
        """Takes one whole message off what came; None: there is none yet."""
        data, head = self.unsent[side], 0 if side is self.client and not self.greeted else 1
        if len(data) < head + 4:
            return None
        length = head + struct.unpack("!i", data[head:head + 4])[0]
        if len(data) < length:
            return None
        if side is self.client:
            self.greeted = True
        elif data[:1] == b"K":  # BackendKeyData
            self.backend = struct.unpack("!i", data[5:9])[0]
        self.unsent[side] = data[length:]
        return data[:length]


class Proxy(threading.Thread):
    """Runs until close(). at: (n, "before" or "after"), n from 1; None: only counts."""

    def __init__(self, listen_on, server_socket, at=None, trip=None, whole=False):
        super().__init__(daemon=True)
        self.server_socket, self.at, self.trip, self.whole = server_socket, at, trip, whole
        self.count, self.tripped, self.frozen, self.ends = 0, False, False, False
        self.selector = selectors.DefaultSelector()
        self.connections = set()
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(listen_on)
        self.listener.listen(16)
        self.selector.register(self.listener, selectors.EVENT_READ, None)
        self.start()

    def run(self):
        while not self.ends:
            if self.frozen:
                time.sleep(0.02)
                continue
            for key, _ in self.selector.select(0.05):
                if key.data is None:
                    self.welcome()
                elif key.data in self.connections:
                    self.pump(key.data, key.fileobj)

    def welcome(self):
        client, server = self.listener.accept()[0], socket.socket(socket.AF_UNIX)
        try:
            server.connect(self.server_socket)
        except OSError:  # it is being restarted
            client.close()
            return
        connection = Connection(client, server)
        self.connections.add(connection)
        for side in client, server:
            self.selector.register(side, selectors.EVENT_READ, connection)

    def pump(self, connection, side):
        try:
            data = side.recv(65536)
            connection.unsent[side] += data
            while connection in self.connections and not self.frozen:
                message = connection.next_message(side)
                if message is None:
                    break
                self.hand_on(connection, side, message)
            if not data:
                self.cut(connection)
        except OSError:
            self.cut(connection)

    def hand_on(self, connection, side, message):
        self.count += 1
        if self.whole and self.at and self.at[0] == self.count and side is connection.client and message[:1] in b"PBDECHS":
            self.at = self.count + (message[:1] != b"S"), "after"
        self.reach((self.count, "before"), connection)
        if connection in self.connections and not self.frozen:
            connection.other(side).sendall(message)
            self.reach((self.count, "after"), connection)

    def reach(self, place, connection):
        if place == self.at:
            self.tripped = True
            self.trip(self, connection)

    def cut(self, connection):
        if connection in self.connections:
            self.connections.remove(connection)
            for side in connection.client, connection.server:
                self.selector.unregister(side)
                side.close()

    def close(self):
        self.ends = True
        self.join()
        for connection in list(self.connections):
            self.cut(connection)
        self.listener.close()
