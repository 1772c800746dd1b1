// The other end of a connection, in Go's crypto/tls: says PORT and FACTS, then does what each line of input says.
package main

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"strconv"
	"strings"
)

type orders struct {
	Role              string
	Port              int
	Version           uint16
	Suite             string
	Group             string
	Protocols         []string
	CA                string
	Present           string
	DemandCertificate bool
}

var groups = map[string]tls.CurveID{
	"secp256r1": tls.CurveP256, "secp384r1": tls.CurveP384, "secp521r1": tls.CurveP521, "X25519": tls.X25519,
}

func main() {
	log.SetFlags(0)
	var told orders
	must(json.Unmarshal([]byte(os.Args[1]), &told))
	config := &tls.Config{
		MinVersion: told.Version, MaxVersion: told.Version, NextProtos: told.Protocols, ServerName: "localhost",
	}
	authorities := x509.NewCertPool()
	authorities.AppendCertsFromPEM(read(told.CA))
	config.RootCAs, config.ClientCAs = authorities, authorities
	if told.Present != "" {
		pem := read(told.Present)
		certificate, err := tls.X509KeyPair(pem, pem)
		must(err)
		config.Certificates = []tls.Certificate{certificate}
	}
	if told.DemandCertificate {
		config.ClientAuth = tls.RequireAndVerifyClientCert
	}
	if told.Group != "" {
		config.CurvePreferences = []tls.CurveID{groups[told.Group]}
	}
	for _, suite := range append(tls.CipherSuites(), tls.InsecureCipherSuites()...) {
		if suite.Name == told.Suite {
			config.CipherSuites = []uint16{suite.ID}
		}
	}

	connection := connect(told, config)
	must(connection.Handshake())
	state := connection.ConnectionState()
	facts, err := json.Marshal(map[string]any{
		"version": state.Version, "suite": tls.CipherSuiteName(state.CipherSuite), "protocol": state.NegotiatedProtocol,
	})
	must(err)
	fmt.Println("FACTS", string(facts))
	obey(connection)
}

func connect(told orders, config *tls.Config) *tls.Conn {
	if told.Role == "client" {
		plain, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", told.Port))
		must(err)
		return tls.Client(plain, config)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	fmt.Println("PORT", listener.Addr().(*net.TCPAddr).Port)
	plain, err := listener.Accept()
	must(err)
	return tls.Server(plain, config)
}

func obey(connection *tls.Conn) {
	input := bufio.NewScanner(os.Stdin)
	for count := 1; input.Scan(); count++ {
		words := strings.Fields(input.Text())
		switch words[0] {
		case "send":
			_, err := connection.Write(payload(words[1], words[2]))
			must(err)
		case "receive":
			expected := payload(words[1], words[2])
			data := make([]byte, len(expected))
			_, err := io.ReadFull(connection, data)
			must(err)
			if !bytes.Equal(data, expected) {
				log.Fatal("not the payload")
			}
		case "close":
			must(connection.CloseWrite())
			awaitEnd(connection)
		case "closed":
			awaitEnd(connection)
			must(connection.CloseWrite())
		}
		fmt.Println("OK", count)
		if strings.HasPrefix(words[0], "close") {
			return
		}
	}
}

// awaitEnd reads to the peer's close_notify; Go reports a transport that ends without one as another error.
func awaitEnd(connection *tls.Conn) {
	if count, err := connection.Read(make([]byte, 1)); count != 0 || err != io.EOF {
		log.Fatal("no end: ", count, err)
	}
}

func payload(from, to string) []byte {
	start, err := strconv.Atoi(from)
	must(err)
	end, err := strconv.Atoi(to)
	must(err)
	first := start / 10
	var lines bytes.Buffer
	for line := first; line < (end+9)/10; line++ {
		fmt.Fprintf(&lines, "%09d\n", line)
	}
	return lines.Bytes()[start-first*10 : end-first*10]
}

func read(name string) []byte {
	data, err := os.ReadFile(name)
	must(err)
	return data
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
