/** The forms of verbs whose past is no ending, a verb a line. */
const FORMS = `arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
blow blew blown
break broke broken
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go goes went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
learn learnt
leave left
lend lent
lie lay lain
light lit
lose lost
make made
mean meant
meet met
pay paid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show showed shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
spend spent
spin spun
stand stood
steal stole stolen
stick stuck
strike struck stricken
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
understand understood
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn
write wrote written`;

const VERBS: ReadonlyMap<string, readonly number[]> = readVerbs();

function readVerbs(): Map<string, number[]> {
  const verbs = new Map<string, number[]>();
  for (const [verb, line] of FORMS.split('\n').entries()) {
    for (const form of line.split(' ')) verbs.set(form, [...(verbs.get(form) ?? []), verb]);
  }
  return verbs;
}

/** The verbs that a word in small letters may be a form of: "says" is one of "say", and "lay" is one of two. */
const verbsOf = (word: string): readonly number[] =>
  VERBS.get(word) ?? VERBS.get(word.replace(/(?:es|s)$/, '')) ?? [];

/** Whether two words in small letters are forms of one irregular verb: "says" and "said". */
export function areOfOneVerb(a: string, b: string): boolean {
  const others = verbsOf(b);
  return a !== b && verbsOf(a).some((verb) => others.includes(verb));
}
