/** A word that is right elsewhere, and wrong between these neighbours. */
export interface Confusion {
  /** How the right word reads, or how the wrong one becomes it; in small letters. */
  readonly right: string;
  /** What has to stand right before the word, its space included; and right behind it. */
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** Words of `before` that belong to the mistake, as in "it self": so many are replaced with it. */
  readonly takes?: 1;
}

const HAVE = String.raw`(?:has|have|had|having)(?: (?:already|also|just|never|narrowly|all|not|since|long))?`;
/** Whom one has, in words that are no verbs and stand before no other noun. */
const KIN = 'children|parents|mothers|fathers|wives|husbands|sons|daughters|families';
/** What a word has before it that opens its sentence, in its line. */
const OPENING = String.raw`(?:^|[.!?]["”’)]? |["“‘])`;
/** What only a verb has behind it. */
const DONE = String.raw`(?:been|had|done|gone|known|seen|taken|come|given|told|thought)\b|\p{Ll}{2,}ed(?=[.,;]| (?:the|an?|to|it|him|her|them|in|on|at|by|that|with|from|more|better)\b)`;
const TO_DO = 'going to (?:be|have|get|take|make|do|happen|cost|need|want|pay|win)';

/**
 * Words that are taken for one another because they sound alike, by the wrong word in small letters. Each is told by
 * what stands right beside it: only neighbours that the word has nowhere in right English belong here. So no "it's
 * share", which may be "it's share prices that fell", and no "who's back".
 */
export const CONFUSIONS: Readonly<Record<string, readonly Confusion[]>> = {
  of: [
    {
      right: 'have',
      before: /\b(?:must|should|could|would)(?:n[’']t| not| never)? $/iu,
      after: new RegExp(`^ (?:${DONE})`, 'u'),
    },
    {
      right: 'have',
      before: /(?<!\b(?:the|its|their|his|her|full|all|such) )\b(?:may|might)(?: not| never)? $/u,
      after: /^ (?:been|had|done|gone)\b/u,
    },
  ],
  then: [
    {
      right: 'than',
      // "If it is hotter then the ice melts"; "fold in the larger then the smaller half"; "five minutes more then a break".
      before:
        /(?<!\b(?:if|when|once|unless|whenever)\b[^.;]*)(?<!\b(?:or|the|a|an|minutes?|hours?|days?|weeks?|months?|years?|bit|little|once|some|any|no) )\b(?:more|less|fewer|better|worse|rather|greater|higher|lower|larger|smaller|bigger|older|younger|longer|shorter|faster|slower|easier|harder|cheaper|dearer|richer|poorer|stronger|weaker|hotter|colder|taller|heavier|lighter) $/iu,
      after:
        /^ (?:[$£€]?\d|(?:an?|the|his|her|its|their|our|my|your|this|that|these|those|any|some|all|ever|usual|expected|planned|most|many|half|one|two|three|four|five|ten)\b)/u,
    },
  ],
  "it's": [
    {
      right: 'its',
      before: /\p{L} (?:of|within) $/u,
      after:
        /^ (?!(?:an?|the|not|been|going|that|this|just|all|very|too|so|no|also|never|always|still|only|about|like|because|time|clear|hard|easy|likely|unlikely|possible|here|there|over|in|on|at|to|what|how|why|where|when|who|better|worse|more|less|\p{Ll}+ing|\p{Ll}+ed)\b)\p{Ll}/u,
    },
    {
      right: 'its',
      before: /\b(?:and|of|in|with|under|by|into|through|within|from|to|on|has|had|have|as) $/u,
      after: /^ own (?!goals?\b|brands?\b|labels?\b)\p{L}/u,
    },
    {
      right: 'its',
      before: /\b(?:to|will|would|can|could)(?: also)? (?:get|make|celebrate|open|hold|win|reach) $/u,
      after: /^ (?:first|second|third|last|next|final|biggest|worst|best) \p{L}/u,
    },
  ],
  its: [
    {
      right: "it's",
      after: new RegExp(
        String.raw`^ (?:been (?!-)|not (?:an?|the|going|clear|true|that)\b|${TO_DO}\b|the(?! \p{Lu})\b(?!-)|an?(?= \p{Ll})(?! (?:cappella|capella|la|priori|posteriori|fortiori|side)\b)|because\b|about time\b|(?:un)?likely to be (?:an?|in|on|the|\p{Ll}+ed)\b)`,
        'u',
      ),
    },
  ],
  there: [
    { right: 'their', before: /\b(?:give|gives|gave|giving) $/iu, after: /^ names?\b/u },
    {
      right: 'their',
      before: /\b(?:with|of|for|lose|losing) $/iu,
      after: new RegExp(`^ (?:${KIN})\\b`, 'u'),
    },
  ],
  their: [
    {
      right: 'there',
      after: /^ (?:is|are|was|were|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|has been|have been|had been)\b/u,
    },
    { right: 'there', after: /^ (?:would|may|could|should) be (?:an?|no|some|more|two|three|\d)\b/u },
    // "Let their will be a guide"
    { right: 'there', before: new RegExp(`${OPENING}$`, 'u'), after: /^ will be (?:an?|no|some|more|\d)\b/u },
  ],
  to: [
    // "Open 6pm to late"
    {
      right: 'too',
      before: /\b(?:was|is|were|are|it[’']s|be|been|came|come|closed|arrived|far|much) $/iu,
      after: /^ (?:late|soon)(?=[.,;!?)"”’]|$)/u,
    },
    {
      right: 'too',
      before: /\b(?:was|is|were|are|it[’']s|far|much|be|been|came|come|getting) $/iu,
      after: /^ (?:late|soon) (?:to|for)\b/u,
    },
  ],
  past: [
    // Not "the land that they had past the river"
    {
      right: 'passed',
      before: /(?:^|[.;!?]["”’)]? |\bsaid (?:that )?)(?:he|she|it|they|we|i) (?:has|have|had) $/iu,
      after: /^ the\b/u,
    },
    {
      right: 'passed',
      before: new RegExp(String.raw`\b${HAVE} $`, 'iu'),
      after: /^ (?:away|unanimously|into law)\b/u,
    },
  ],
  lead: [
    // "It has lead to spare", "pipes that have lead in them"
    {
      right: 'led',
      before: new RegExp(String.raw`\b${HAVE} $`, 'iu'),
      after: /^ (?:to (?:the|an?|its|his|her|their|calls|more|fewer)|an?|his|her|their)\b/u,
    },
    {
      right: 'led',
      before: /\b(?:was|were|been|being) $/iu,
      after: /^ (?:by (?:an?|the|his|her|\p{Lu}\p{Ll}+)|away)\b/u,
    },
  ],
  loose: [
    {
      right: 'lose',
      before:
        /\b(?:will|would|could|can|may|might|must|should|don[’']t|didn[’']t|won[’']t|doesn[’']t|cannot|can[’']t) $/iu,
      after: /^ (?:sight|weight|control|money|jobs?|faith|hope|interest|patience|out)\b/u,
    },
    // One may loose a dog, an arrow, a grip.
    {
      right: 'lose',
      before: /\b(?:to|will|would|could|can|may|might|must|should|didn[’']t|won[’']t|cannot|can[’']t) $/iu,
      after:
        /^ (?:the|an?|his|her|its|their|our|my|your) (?:jobs?|game|match|election|title|seats?|licen[cs]e|home|money|lives|appeal)\b/u,
    },
  ],
  affect: [
    {
      right: 'effect',
      before: /\b(?:adverse|side|greenhouse|placebo|knock-on|lasting|immediate) $/iu,
      after: /^ (?:of|on)\b/u,
    },
  ],
  principle: [
    // Plurals of most are verbs too: "the principle causes trouble".
    {
      right: 'principal',
      before: /\b(?:the|an?|its|their|his|her) $/iu,
      after:
        /^ (?:reason|cause|risk|aim|concern|source|characters?|dancers?|conductors?|investigators?|advis[eo]rs?|secretary|violin|cello|shareholders?|residence|photographer|author)\b(?!-)/u,
    },
  ],
  principal: [
    // "$900 in principal, and the interest on principal"
    { right: 'principle', before: /\b(?:agreed|agreement|approved|approval) in $/iu, after: /^[,.;]/u },
  ],
  latter: [
    {
      right: 'later',
      before: /\b(?:an?|one|two|three|four|five|six|\d+) (?:years?|months?|weeks?|days?|hours?|decades?) $/iu,
    },
  ],
  "he's": [
    {
      right: 'his',
      before: /\b(?:of|with|from|by|lost|sold|kept|left|broke|raised) $/u,
      after: /^ (?:own|parents|children|pension|house|wife|career|job)\b(?!-)/u,
    },
  ],
  whose: [{ right: "who's", after: new RegExp(String.raw`^ (?:been|gonna|${TO_DO})\b(?!-)`, 'u') }],
  "who's": [{ right: 'whose', after: new RegExp(`^ (?:own|names|${KIN})\\b(?![-’'])`, 'u') }],
  your: [
    {
      right: "you're",
      after: new RegExp(
        String.raw`^ (?:${TO_DO}\b|not (?:an?|the|going|allowed|supposed)\b|the(?! \p{Lu})\b(?!-)|an?(?= \p{Ll})(?! (?:cappella|capella|la|priori|side)\b))`,
        'u',
      ),
    },
    { right: "you're", before: new RegExp(`${OPENING}$`, 'u'), after: /^ welcome(?=[.!]|$)/u },
  ],
  "you're": [{ right: 'your', after: /^ (?:own|name|vote)\b(?![-’'])/u }],
  self: [
    // "It gave him self respect"
    {
      right: 'self',
      before: /\b(?:it|him) $/iu,
      after: /^(?:[.,;!?)]| (?:was|is|has|had|had been|to|in|as|and|from|with|by|at|on|up)\b)/u,
      takes: 1,
    },
  ],
  selves: [{ right: 'selves', before: /\bthem $/iu, takes: 1 }],
  out: [
    {
      right: 'out',
      before: /\bwith $/iu,
      after: /^ (?:an?|any|his|her|its|their|being|having|permission|warning|success)\b/u,
      takes: 1,
    },
  ],
  other: [{ right: 'other', before: /\b[Aa]n $/u, takes: 1 }],
  layed: [{ right: 'laid' }],
  payed: [{ right: 'paid', after: /^ (?!out\b|away\b|off\b)/u }],
  breath: [
    {
      right: 'breathe',
      before: /\b(?:can[’']t|cannot|could not|couldn[’']t) $/iu,
      after: /^(?:[.,;!?"”]|$| (?:in|and|or|because|properly)\b)/u,
    },
  ],
  advise: [
    {
      right: 'advice',
      before: /\b(?:the|legal|medical|expert|professional) $/u,
      after: /^ (?:of|from|was|is|given)\b/u,
    },
  ],
  // "Bad weather or not"
  weather: [
    { right: 'whether', before: /\b(?:decide|know|matter|wonder|asked|unsure) $/iu, after: /^ or not\b/u },
  ],
  // "On whether warnings were given"
  whether: [
    {
      right: 'weather',
      before: /\b(?:the|local|severe) $/iu,
      after: /^ (?:forecasts?|warnings?|station)\b/u,
    },
  ],
  breaks: [{ right: 'brakes', before: /\b(?:slammed|slam|jammed) on the $/iu }],
  coarse: [
    {
      right: 'course',
      before: /\b(?:golf|crash|training|in due) $/iu,
      after: /^(?:[.,;]| (?:in|at|for|on)\b)/u,
    },
  ],
  alter: [
    {
      right: 'altar',
      before: /\b(?:at|before|behind) the (?:high )?$/iu,
      after: /^(?:[.,;]| (?:of (?:the|an?)|rail|cloth)\b)/u,
    },
  ],
  hanger: [{ right: 'hangar', before: /\b(?:aircraft|aeroplane|airplane|helicopter|airport) $/iu }],
  roll: [
    { right: 'role', before: /\b(?:leading|starring|title|key|supporting) $/iu, after: /^ (?:in|as)\b/u },
    { right: 'role', before: /\b(?:a|good|positive|female|male|his|her) $/iu, after: /^ model\b/u },
  ],
  hoards: [
    {
      right: 'hordes',
      after: /^ of (?:people|fans|tourists|visitors|children|supporters|shoppers|journalists|reporters)\b/u,
    },
  ],
  phase: [
    {
      right: 'faze',
      before: /\b(?:not|didn[’']t|doesn[’']t|never|don[’']t|won[’']t) $/iu,
      after: /^ (?:him|her|them|me|us)\b(?! (?:in|out)\b)/u,
    },
  ],
  flaunt: [{ right: 'flout', after: /^ (?:the|international) (?:rules?|laws?|bans?|regulations?)\b/u }],
  diffuse: [
    {
      right: 'defuse',
      after: /^ (?:the|an?|this|that) (?:tense )?(?:situation|tensions?|row|bomb|crisis|dispute)\b/u,
    },
  ],
  loathe: [{ right: 'loath', before: /\b(?:is|are|was|were|be|been|seems?|seemed) $/iu, after: /^ to\b/u }],
  say: [{ right: 'se', before: /\bper $/u, after: /^[.,;!?"”]/u }],
  baited: [{ right: 'bated', after: /^ breath\b/u }],
  tow: [{ right: 'toe', after: /^ the party line\b/u }],
  reign: [
    // "A scandal-free reign"
    { right: 'rein', before: /\b(?:gives?|given|gave|giving|allow(?:ed)?) (?:\p{L}+ )?free $/iu },
    {
      right: 'rein',
      before: /\b(?:to|will|would|must|can|could) $/iu,
      after: /^ in (?:spending|costs|inflation|prices|the (?:spending|costs|banks|deficit))\b/u,
    },
  ],
  // "When rates peak our interest bill"
  peak: [
    { right: 'peek', before: /\bsneak $/u },
    { right: 'pique', after: /^ (?:his|her|their|my|your|our|the) curiosity\b/u },
  ],
  peaked: [{ right: 'piqued', after: /^ (?:his|her|their|my|your|our|the) curiosity\b/u }],
  wet: [{ right: 'whet', after: /^ (?:his|her|their|my|your|our|the) appetites?\b/u }],
  mute: [{ right: 'moot', before: /\ba $/iu, after: /^ point\b/u }],
  slight: [{ right: 'sleight', before: /\b(?:by|with|a|some|political) $/iu, after: /^ of hand\b/u }],
  bare: [{ right: 'bear', before: /\bplease $/iu, after: /^ with (?:me|us|him|her|them)\b/u }],
  stationary: [{ right: 'stationery', after: /^ (?:cupboard|supplies)\b/u }],
  stationery: [{ right: 'stationary', after: /^ (?:cars?|vehicles?|train|traffic)\b/u }],
};
