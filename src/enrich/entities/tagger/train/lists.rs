//! Words of closed classes that tell names apart.

use crate::enrich::entities::tagger::words::Known;

/// Each class and its words.
pub(super) const WORDS: [(u32, &str); 5] = [
    (
        Known::TITLE,
        "mr mrs ms miss dr prof professor president premier minister chancellor secretary senator sen rep representative congressman congresswoman governor gov mayor \
        ambassador envoy king queen prince princess sheikh emir sultan pope bishop archbishop cardinal imam ayatollah rabbi reverend rev father sister brother gen general lt col colonel \
        maj major capt captain sgt sergeant cpl corporal adm admiral cmdr commander brig brigadier judge justice attorney lawyer chief chairman chairwoman chair director ceo coach manager striker midfielder defender \
        goalkeeper captain spokesman spokeswoman spokesperson analyst economist author actor actress singer director editor lord lady sir dame baron baroness duke duchess count countess \
        mp mla councillor councilor deputy leader inspector superintendent detective constable officer trader executive banker farmer shopkeeper resident teacher son daughter wife husband widow founder researcher \
        scientist novelist poet comedian winger batsman bowler pitcher quarterback champion driver boxer",
    ),
    (
        Known::SAYS,
        "said says told tells added adds asked replied argued insisted warned wrote writes recalled explained noted joked who whose announced declined thanked",
    ),
    (
        Known::SPORT,
        "match matches league cup coach goal goals scored score scorer striker midfielder defender goalkeeper keeper penalty halftime season wicket wickets innings overs runs batsman batter         bowler bowled lbw toss tournament semi-final quarter-final semifinal quarterfinal semifinals quarterfinals final finals qualifier qualifiers champions championship champion playoffs playoff         inning homer rebounds pitcher quarterback touchdown touchdowns tennis seed seeded sets tiebreak medal gold silver bronze sprint relay marathon rugby try tries conversion scrum         fixture fixtures kick-off kickoff squad lineup footballer football soccer cricket basketball hockey netball volleyball baseball golf par birdie bogey bout knockout referee umpire         teammate teammates premiership relegation relegated derby trophy unbeaten beat defeated thrashed drew v vs win wins won loss losses points standings table",
    ),
    (
        Known::WHERE,
        "in at from near across around outside throughout into towards toward through via",
    ),
    (
        Known::DATE,
        "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug \
        sep sept oct nov dec mon tue wed thu fri sat sun",
    ),
];
