/* Deliveries of one chat, two workers, recovery and a clock: crash and freeze anywhere.
 *
 * The steps are the statements of storage/claims.py, storage/deliveries.py and storage/unknown.py;
 * each `atomic` is one committed transaction. A freeze is any interleaving. There is one message;
 * with -DCHAT there are three: a change of a card, a message behind it, and a newer change of the
 * same card, which somebody brings about at any moment.
 *
 * -DRESEND lets the policy send once more. A rule each is taken out by -DNOFENCE (owner, generation
 * and state in the mark), -DNOORDER (what is ahead in the chat goes first), -DNOSUPERSEDE (an
 * overtaken change ends) and -DNOAGAIN (a change after a lost one is drawn once more).
 */
#ifdef CHAT
#define N 3
#define OLDER 0
#define NEWER 2
#define MOST_CLAIMS(r) (r == OLDER -> 2 : 1)
#define MOST_RESENDS(r) (r == OLDER -> 1 : 0)
#define MOST_CRASHES 1
#else
#define N 1
#define MOST_CLAIMS(r) 4
#define MOST_RESENDS(r) 1
#define MOST_CRASHES 2
#endif

mtype = { none, scheduled, claimed, sending, sent, unknown, over };

mtype state[N];
byte owner[N], generation[N], arrived[N], resends[N];
bool lease[N], doubt[N];
byte crashes = 0;

#ifdef CHAT
byte shown = N;         /* whose change the card shows; N is none */
byte flying = 0;        /* requests of the older change that may arrive yet */
bool again = false;     /* the newer change is to be drawn once more */
#define HOLDS(r) (state[r] == scheduled || state[r] == claimed || state[r] == sending)
#ifdef NOORDER
#define MAY_GO(r) true
#else
#define MAY_GO(r) ((r < 1 || !HOLDS(0)) && (r < 2 || !HOLDS(1)))
#endif
#ifdef NOSUPERSEDE
#define OVERTAKEN(r) false
#else
#define OVERTAKEN(r) (r == OLDER && state[NEWER] != none)
#endif
#define LATER_CAME(r) ((r < 2 && arrived[2] > 0) || (r < 1 && arrived[1] > 0))
#else
#define MAY_GO(r) true
#define OVERTAKEN(r) false
#endif

#define OURS (owner[row] == me && generation[row] == mine)
#define LANDED_SAFELY(r) (doubt[r] || !LATER_CAME(r))

inline settle(verdict) {
    atomic {
        if
        :: OURS && (state[row] == sending || state[row] == unknown) ->
            state[row] = verdict;
            doubt[row] = doubt[row] || state[row] == unknown;
#ifdef CHAT
#ifndef NOAGAIN
            again = again || (state[row] == sent && row == NEWER && doubt[OLDER])
#endif
#endif
        :: else
        fi
    }
}

/* The request reaches Telegram. */
inline land() {
    arrived[row]++;
#ifdef CHAT
    assert(LANDED_SAFELY(row));                     /* else an inversion in the chat */
    if :: row != 1 -> shown = row :: else fi
#endif
}

inline leave() {
#ifdef CHAT
    if :: row == OLDER -> flying++ :: else fi
#else
    skip
#endif
}

/* The request is over: it has arrived, or never will. */
inline done() {
#ifdef CHAT
    if :: row == OLDER -> flying-- :: else fi
#else
    skip
#endif
}

inline take(r) {
    state[r] == scheduled && generation[r] < MOST_CLAIMS(r) && MAY_GO(r) ->
    row = r; state[r] = claimed; owner[r] = me; generation[r]++; mine = generation[r];
    lease[r] = true
}

proctype Worker(byte me) {
    byte mine, row;
    bool mayGo;
top:
    atomic { mine = 0; row = 0; mayGo = false }
    end_idle:
    if
    :: atomic { take(0) }
#ifdef CHAT
    :: atomic { take(1) }
    :: atomic { take(2) }
#endif
    fi;
    if :: atomic { crashes < MOST_CRASHES -> crashes++ }; goto top :: true fi;
    atomic {
#ifdef NOFENCE
        state[row] = sending; mayGo = true
#else
        if
        :: state[row] == claimed && OURS && lease[row] && OVERTAKEN(row) -> state[row] = over
        :: state[row] == claimed && OURS && lease[row] && !OVERTAKEN(row) ->
            state[row] = sending; mayGo = true; leave()
        :: else
        fi
#endif
    }
    if :: !mayGo -> goto top :: mayGo fi;
    if :: atomic { crashes < MOST_CRASHES -> crashes++; done() }; goto top :: true fi;
    if
    :: atomic { land(); done() }                    /* accepted */
       if
       :: atomic { crashes < MOST_CRASHES -> crashes++ }; goto top
       :: true -> settle(sent)                              /* the answer came */
       :: true -> settle(unknown)                           /* the answer was lost */
       fi
    :: true -> settle(scheduled); atomic { done() }         /* surely not sent: refused connection */
    :: true -> settle(unknown); atomic { done() }           /* lost on the way there */
#ifdef CHAT
    :: row == OLDER -> settle(unknown); atomic { land(); done() }   /* given up, and comes late */
#endif
    fi;
    goto top
}

proctype Clock() {
    end_idle:
    do
    :: atomic { lease[0] && (state[0] == claimed || state[0] == sending) -> lease[0] = false }
#ifdef CHAT
    :: atomic { lease[1] && (state[1] == claimed || state[1] == sending) -> lease[1] = false }
    :: atomic { lease[2] && (state[2] == claimed || state[2] == sending) -> lease[2] = false }
#endif
    od
}

inline recover(r) {
    if
    :: state[r] == claimed && !lease[r] -> state[r] = scheduled
    :: state[r] == sending && !lease[r] -> state[r] = unknown; doubt[r] = true
#ifdef RESEND
    :: state[r] == unknown && resends[r] < MOST_RESENDS(r) -> state[r] = scheduled; resends[r]++; owner[r] = 0
#endif
    fi
}

proctype Recovery() {
    end_idle:
    do
    :: atomic { recover(0) }
#ifdef CHAT
    :: atomic { recover(1) }
    :: atomic { recover(2) }
#endif
    od
}

#ifdef CHAT
/* Somebody brings the newer change about. */
proctype Person() {
    state[NEWER] = scheduled
}

/* The newer change is drawn once more when the lost one has come, or never will. */
proctype OnceMore() {
    end_idle:
    do
    :: atomic { again && flying == 0 -> again = false; shown = NEWER }
    od
}
#endif

#define SILENTLY_REPEATED(r) (arrived[r] > 1 + resends[r])
#define FALSELY_SENT(r) (state[r] == sent && arrived[r] == 0)
#define ENDED(r) (state[r] == sent || state[r] == unknown || state[r] == over || \
                  generation[r] == MOST_CLAIMS(r))

proctype Watch() {
    end_idle:
    do
    :: atomic { SILENTLY_REPEATED(0) || FALSELY_SENT(0) -> assert(false) }
#ifdef CHAT
    :: atomic { SILENTLY_REPEATED(1) || FALSELY_SENT(1) -> assert(false) }
    :: atomic { SILENTLY_REPEATED(2) || FALSELY_SENT(2) -> assert(false) }
#endif
    :: atomic { timeout ->                                    /* nobody can do anything */
        assert(ENDED(0));
#ifdef CHAT
        assert(ENDED(1) || HOLDS(0));       /* what may not be tried any more holds what is behind */
        assert(ENDED(2) || HOLDS(0) || HOLDS(1));
        assert(state[NEWER] != sent || shown == NEWER);       /* the card shows the newest */
#endif
        break }
    od
}

init {
    atomic {
        state[0] = scheduled;
#ifdef CHAT
        state[1] = scheduled; state[2] = none;
        run Person(); run OnceMore();
#endif
        run Worker(1); run Worker(2); run Clock(); run Recovery(); run Watch()
    }
}
