/* One delivery, two workers, recovery and a clock: crash and freeze anywhere.
 *
 * The steps are the statements of storage/deliveries.py and storage/unknown.py; each `atomic` is
 * one committed transaction. A freeze is any interleaving. -DNOFENCE takes the owner, the
 * generation and the state out of the mark; -DRESEND lets the policy send once more.
 */
#define MOST_CLAIMS 4
#define MOST_CRASHES 2

mtype = { scheduled, claimed, sending, sent, unknown };

mtype state = scheduled;
byte owner = 0, generation = 0, arrived = 0, resends = 0, crashes = 0;
bool lease = false;

#define OURS (owner == me && generation == mine)

inline settle(verdict) {
    atomic {
        if
        :: OURS && (state == sending || state == unknown) -> state = verdict
        :: else -> skip
        fi
    }
}

proctype Worker(byte me) {
    byte mine;
    bool mayGo;
top:
    mine = 0;
    end_idle:
    atomic {
        (state == scheduled && generation < MOST_CLAIMS) ->
        state = claimed; owner = me; generation++; mine = generation; lease = true
    }
    if :: atomic { crashes < MOST_CRASHES -> crashes++ }; goto top :: skip fi;
    atomic {
#ifdef NOFENCE
        state = sending; mayGo = true
#else
        if
        :: state == claimed && OURS && lease -> state = sending; mayGo = true
        :: else -> mayGo = false
        fi
#endif
    }
    if :: !mayGo -> goto top :: else -> skip fi;
    if :: atomic { crashes < MOST_CRASHES -> crashes++ }; goto top :: skip fi;
    if
    :: arrived++;                                   /* accepted */
       if
       :: atomic { crashes < MOST_CRASHES -> crashes++ }; goto top
       :: true -> settle(sent)                              /* the answer came */
       :: true -> settle(unknown)                           /* the answer was lost */
       fi
    :: true -> settle(scheduled)                            /* surely not sent: refused connection */
    :: true -> settle(unknown)                              /* lost on the way there */
    fi;
    goto top
}

proctype Clock() {
    end_idle:
    do
    :: atomic { lease && (state == claimed || state == sending) -> lease = false }
    od
}

proctype Recovery() {
    end_idle:
    do
    :: atomic { state == claimed && !lease -> state = scheduled }
    :: atomic { state == sending && !lease -> state = unknown }
#ifdef RESEND
    :: atomic { state == unknown && resends < 1 -> state = scheduled; resends++; owner = 0 }
#endif
    od
}

proctype Watch() {
    end_idle:
    do
    :: atomic { arrived > 1 + resends -> assert(false) }              /* a silent repetition */
    :: atomic { state == sent && arrived == 0 -> assert(false) }      /* a false «sent» */
    :: atomic { timeout ->                                            /* nobody can do anything */
        assert(state == sent || state == unknown || generation == MOST_CLAIMS); break }
    od
}

init { atomic { run Worker(1); run Worker(2); run Clock(); run Recovery(); run Watch() } }
