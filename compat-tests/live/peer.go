// Go's crypto/tls as a counterpart for key exchange: one connection, a line each way, and what was agreed on.
//
//	peer serve CERTIFICATE [CURVE,...]   prints "PORT n", then "GROUP n"
//	peer call PORT ROOTS [CURVE,...]     prints "GROUP n"
//
// CURVE is a number of the IANA registry; without any, Go has its own list and order.
package main

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
)

func main() {
	switch os.Args[1] {
	case "serve":
		certificate, err := tls.LoadX509KeyPair(os.Args[2], os.Args[2])
		check(err)
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		check(err)
		fmt.Printf("PORT %d\n", listener.Addr().(*net.TCPAddr).Port)
		socket, err := listener.Accept()
		check(err)
		talk(tls.Server(socket, &tls.Config{
			Certificates:     []tls.Certificate{certificate},
			CurvePreferences: curves(3),
		}))
	case "call":
		pem, err := os.ReadFile(os.Args[3])
		check(err)
		roots := x509.NewCertPool()
		roots.AppendCertsFromPEM(pem)
		socket, err := net.Dial("tcp", "127.0.0.1:"+os.Args[2])
		check(err)
		talk(tls.Client(socket, &tls.Config{
			ServerName:       "localhost",
			RootCAs:          roots,
			CurvePreferences: curves(4),
		}))
	}
}

func talk(connection *tls.Conn) {
	check(connection.Handshake())
	fmt.Printf("GROUP %d\n", uint16(connection.ConnectionState().CurveID))
	_, err := connection.Write([]byte("from Go\n"))
	check(err)
	line, err := bufio.NewReader(connection).ReadString('\n')
	check(err)
	fmt.Printf("READ %s", line)
	check(connection.Close())
}

func curves(at int) (found []tls.CurveID) {
	if len(os.Args) <= at {
		return nil
	}
	for _, text := range strings.Split(os.Args[at], ",") {
		number, err := strconv.ParseUint(text, 10, 16)
		check(err)
		found = append(found, tls.CurveID(number))
	}
	return found
}

func check(err error) {
	if err != nil {
		fmt.Println("ERROR", err)
		os.Exit(1)
	}
}
