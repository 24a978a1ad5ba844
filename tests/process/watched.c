/* Notes every address that a program connects to, or asks the name service for, whoever does it:
 * Python, the database's driver, or a library that makes pictures. One line each: number of the
 * process, what it did, and where to. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void note(const char *did, const char *where, int port)
{
    const char *path = getenv("WATCHED_LOG");
    FILE *file = path ? fopen(path, "a") : NULL;
    if (!file)
        return;
    fprintf(file, "%d %s %s %d\n", getpid(), did, where, port);
    fclose(file);
}

__attribute__((constructor)) static void begins(void) { note("begins", "-", 0); }

static void note_address(const char *did, const struct sockaddr *to)
{
    char where[INET6_ADDRSTRLEN] = "-";
    if (to->sa_family == AF_INET) {
        const struct sockaddr_in *four = (const void *)to;
        inet_ntop(AF_INET, &four->sin_addr, where, sizeof where);
        note(did, where, ntohs(four->sin_port));
    } else if (to->sa_family == AF_INET6) {
        const struct sockaddr_in6 *six = (const void *)to;
        inet_ntop(AF_INET6, &six->sin6_addr, where, sizeof where);
        note(did, where, ntohs(six->sin6_port));
    }
}

int connect(int socket, const struct sockaddr *to, socklen_t length)
{
    static int (*real)(int, const struct sockaddr *, socklen_t);
    if (!real)
        real = dlsym(RTLD_NEXT, "connect");
    note_address("connects", to);
    return real(socket, to, length);
}

ssize_t sendto(int socket, const void *data, size_t size, int flags, const struct sockaddr *to,
               socklen_t length)
{
    static ssize_t (*real)(int, const void *, size_t, int, const struct sockaddr *, socklen_t);
    if (!real)
        real = dlsym(RTLD_NEXT, "sendto");
    if (to)
        note_address("sends", to);
    return real(socket, data, size, flags, to, length);
}

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints,
                struct addrinfo **found)
{
    static int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    if (!real)
        real = dlsym(RTLD_NEXT, "getaddrinfo");
    note("asks", name ? name : "-", service ? atoi(service) : 0);
    return real(name, service, hints, found);
}
