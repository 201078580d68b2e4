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

const DETERMINER = 'an?|the|his|her|its|their|our|my|your|this|that|these|those|any|some|all';
const HAVE = String.raw`(?:has|have|had|having)(?: (?:already|also|just|never|narrowly|all|not|since|long))?`;
const OWNED = String.raw`own|owners?|managers?|director|chairman|chairwoman|captain|founder|headquarters|spokesman|spokeswoman|spokesperson|predecessor|successor|share|name|budget|debut|website|subsidiary|leaders?|crew|roof`;
const OF_PEOPLE = String.raw`own|names?|homes?|famil(?:y|ies)|child(?:ren)?|parents?|mothers?|fathers?|jobs?|lives|money|votes?|hands?|heads?|eyes|faces?|feet|houses?|pay|pensions?|wives|wife|husbands?|sons?|daughters?|mind|minds|backs?|careers?`;

const OF_THE_MODAL = { right: 'have', before: /\b(?:must|should|could|would)(?:n[’']t| not| never)? $/iu };
const MEASURE_OF_TIME = /\b(?:years?|months?|weeks?|days?|hours?|minutes?|moments?|decades?|seconds?) $/iu;

/**
 * Words that are taken for one another because they sound alike, by the wrong word in small letters. Each is told by
 * what stands right beside it: only what is wrong nearly always there belongs here.
 */
export const CONFUSIONS: Readonly<Record<string, readonly Confusion[]>> = {
  of: [
    { ...OF_THE_MODAL, after: /^ (?!course\b)\p{L}/u },
    {
      right: 'have',
      before: /\b(?:may|might)(?: not| never)? $/u,
      after: /^ (?:been|had|done|gone|\p{Ll}+ed)\b/u,
    },
  ],
  then: [
    {
      right: 'than',
      before:
        /(?<!\bor )\b(?:more|less|fewer|better|worse|rather|greater|higher|lower|larger|smaller|bigger|older|younger|longer|shorter|faster|slower|easier|harder|cheaper|dearer|richer|poorer|stronger|weaker|hotter|colder|taller|heavier|lighter|other) $/iu,
      after: new RegExp(
        String.raw`^ (?:[$£€]?\d|(?:${DETERMINER}|ever|usual|expected|planned|most|many|half|one|two|three|four|five|ten)\b)`,
        'u',
      ),
    },
  ],
  "it's": [
    {
      right: 'its',
      before: /\b(?:of|in|with|under|by|into|through|within|from|to|on) $/u,
      after:
        /^ (?!(?:an?|the|not|been|going|that|this|just|all|very|too|so|no|also|never|always|still|only|about|like|because|time|clear|hard|easy|likely|unlikely|possible|here|there|over|in|on|at|to|what|how|why|where|when|who|better|worse|more|less|\p{Ll}+ing|\p{Ll}+ed)\b)\p{Ll}/u,
    },
    {
      right: 'its',
      before: /\p{L}[,;]? $/u,
      after: new RegExp(String.raw`^ (?:${OWNED})\b(?! (?:that|who|which)\b)(?=[ ,.;])`, 'u'),
    },
    {
      right: 'its',
      before:
        /\b(?:gets?|got|makes?|made|celebrate[sd]?|opens?|opened|holds?|held|wins?|won|loses?|lost|has|had|reached) $/iu,
      after: /^ (?:first|second|third|last|next|final|annual|biggest|worst|best) \p{L}/u,
    },
  ],
  its: [
    {
      right: "it's",
      after:
        /^ (?:been|not(?!-)|going to|the(?! \p{Lu})|an?(?= \p{Ll})(?! (?:cappella|la|priori))|because|about time|(?:un)?likely to)\b/u,
    },
  ],
  there: [
    { right: 'their', before: /\p{Ll},? $/u, after: /^ own\b(?! (?:the|a|an|their|his|her)\b)/u },
    {
      right: 'their',
      before:
        /\b(?:with|of|for|give|gives|gave|given|lose|lost|losing|keep|kept|raise|raised|change|changed|hold|held|take|took|wash|washed) $/iu,
      after: new RegExp(String.raw`^ (?:${OF_PEOPLE})\b`, 'u'),
    },
    {
      right: 'their',
      before: /\bwith $/iu,
      after: /^ (?!(?:is|was|has|always|perhaps|sometimes)\b)\p{Ll}{2,}[^su\P{L}]s\b/u,
    },
  ],
  their: [
    {
      right: 'there',
      after: /^ (?:is|are|was|were|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|has been|have been|had been)\b/u,
    },
    {
      right: 'there',
      after: /^ (?:will|would|may|might|must|could|should) be (?:an?|no|some|more|two|three|\d)\b/u,
    },
  ],
  to: [
    {
      right: 'too',
      before: /(?<!\b(?:early|mid|from .{1,20}|prior|due|up|late|soon|sooner) )\b[\p{L}\p{N}]+ $/u,
      after: /^ (?:late|soon)(?=[.,;!?)"”’]|$)/u,
    },
    {
      right: 'too',
      before: /\b(?:was|is|were|are|it[’']s|far|much|be|been|came|come|left|getting) $/u,
      after: /^ (?:late|soon) (?:to|for)\b/u,
    },
  ],
  past: [
    {
      right: 'passed',
      before: new RegExp(String.raw`\b${HAVE} $`, 'iu'),
      after: /^ (?:the|an?|its|their|his|her|all|away|by|through|into|unanimously|with)\b/u,
    },
  ],
  lead: [
    {
      right: 'led',
      before: new RegExp(String.raw`\b${HAVE} $`, 'iu'),
      after: /^ (?:to|by|the|an?|his|her|its|their|into|away)\b/u,
    },
    { right: 'led', before: /\b(?:was|were|been|being|is|are) $/iu, after: /^ (?:by|away|into)\b/u },
  ],
  loose: [
    {
      right: 'lose',
      before:
        /\b(?:to|will|would|could|can|may|might|must|should|not|don[’']t|didn[’']t|won[’']t|doesn[’']t|cannot|can[’']t|never) $/iu,
      after:
        /^ (?:the|an?|his|her|its|their|our|my|your|out|sight|weight|control|money|jobs?|faith|hope|ground|interest|patience)\b/u,
    },
  ],
  affect: [
    {
      right: 'effect',
      before:
        /\b(?:the|an|this|that|no|little|any|its|his|their|great|big|bad|adverse|side|greenhouse|placebo|knock-on|lasting|immediate) $/iu,
      after: /^ (?:of|on|could|would|will|is|was|has|may|might)\b/u,
    },
  ],
  principle: [
    {
      right: 'principal',
      before: /\b(?:the|an?|its|their|his|her|one|two|three) $/iu,
      after:
        /^ (?:reasons?|causes?|risks?|aims?|concerns?|sources?|characters?|dancers?|conductors?|investigators?|advis[eo]rs?|secretary|engineers?|violin|cello|shareholders?|owners?|residence|photographer|author)\b/u,
    },
  ],
  principal: [{ right: 'principle', before: /\b(?:in|on) $/iu, after: /^(?:[,.;]| agreed\b)/u }],
  latter: [{ right: 'later', before: MEASURE_OF_TIME }],
  "he's": [
    {
      right: 'his',
      before: /\b(?:of|with|in|for|from|by|on|lost|sold|kept|left|took|broke|raised|gave|changed) $/u,
      after: new RegExp(String.raw`^ (?:${OF_PEOPLE})\b`, 'u'),
    },
  ],
  whose: [{ right: "who's", after: /^ (?:going|coming|been|gonna|there)\b/u }],
  "who's": [
    { right: 'whose', after: new RegExp(String.raw`^ (?:${OF_PEOPLE})\b(?! (?:to|from|with)\b)`, 'u') },
  ],
  your: [{ right: "you're", after: /^ (?:welcome(?=[.,!?;"”’]|$| to\b)|going to|not(?!-)|the|an?)\b/u }],
  "you're": [
    { right: 'your', after: /^ (?:own|name|house|job|life|money|family|vote|mother|father|children)\b/u },
  ],
  self: [{ right: 'self', before: /\b(?:it|him|her|my) $/iu, after: /^(?:[.,;!?)]| \p{Ll})/u, takes: 1 }],
  selves: [{ right: 'selves', before: /\b(?:them|our) $/iu, takes: 1 }],
  out: [
    {
      right: 'out',
      before: /\bwith $/iu,
      after:
        /^(?:[.,;!?]| (?:an?|the|any|his|her|its|their|being|having|permission|warning|success|them|him|it)\b)/u,
      takes: 1,
    },
  ],
  other: [{ right: 'other', before: /\ban $/iu, takes: 1 }],
  layed: [{ right: 'laid' }],
  payed: [{ right: 'paid', after: /^ (?!out (?:the|a|more) (?:rope|line|cable))/u }],
  breath: [
    {
      right: 'breathe',
      before: /\b(?:can[’']t|cannot|could not|couldn[’']t|hardly|barely) $/iu,
      after: /^(?:[.,;!?"”]|$| (?:in|and|or|because|properly)\b)/u,
    },
  ],
  advise: [
    {
      right: 'advice',
      before: /\b(?:the|some|his|her|their|legal|medical|good|bad|expert|professional|any|of|no) $/u,
      after: /^(?:[.,;]| (?:of|on|from|was|is|about|that|and|given|has)\b)/u,
    },
  ],
  weather: [{ right: 'whether', after: /^ or not\b/u }],
  whether: [{ right: 'weather', after: /^ (?:forecasts?|forecasters?|warnings?|station)\b/u }],
  breaks: [{ right: 'brakes', before: /\b(?:slammed on|hit|put|puts|slam on|jammed on)(?: on)? the $/iu }],
  coarse: [{ right: 'course', before: /\b(?:golf|race|training|crash|of|main|due) $/iu }],
  alter: [
    {
      right: 'altar',
      before: /\b(?:at|before|behind|to|high|the) (?:the |high )?$/iu,
      after: /^(?:[.,;]| (?:of|rail|boy|cloth|piece|was|is)\b)/u,
    },
  ],
  hanger: [{ right: 'hangar', before: /\b(?:aircraft|aeroplane|airplane|plane|helicopter|airport) $/iu }],
  roll: [
    { right: 'role', before: /\b(?:leading|starring|title|key|minor|supporting) $/iu },
    { right: 'role', after: /^ models?\b/u },
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
      after: /^ (?:him|her|them|me|us)\b/u,
    },
  ],
  flaunt: [
    {
      right: 'flout',
      after: /^ (?:the|its|their|this|international) (?:rules?|laws?|bans?|regulations?|order)\b/u,
    },
  ],
  diffuse: [
    {
      right: 'defuse',
      after: /^ (?:the|an?|this|that) (?:tense )?(?:situation|tensions?|row|bomb|device|crisis|dispute)\b/u,
    },
  ],
  loathe: [{ right: 'loath', before: /\b(?:is|are|was|were|be|been|seems?|seemed) $/iu, after: /^ to\b/u }],
  say: [{ right: 'se', before: /\bper $/iu, after: /^(?:[.,;!?"”]| )/u }],
  baited: [{ right: 'bated', after: /^ breath\b/u }],
  tow: [
    { right: 'toe', before: /\b(?:to|will|would|must|not|they|who) $/iu, after: /^ the (?:party )?line\b/u },
  ],
  reign: [
    { right: 'rein', before: /\bfree $/iu },
    {
      right: 'rein',
      before: /\b(?:to|will|would|must|can|could) $/iu,
      after: /^ in (?:spending|costs|inflation|prices|the (?:spending|costs|police|banks|army|deficit))\b/u,
    },
  ],
  peak: [
    { right: 'peek', before: /\bsneak $/iu },
    { right: 'pique', after: /^ (?:his|her|their|my|your|our|the) (?:interest|curiosity)\b/u },
  ],
  peaked: [{ right: 'piqued', after: /^ (?:his|her|their|my|your|our|the) (?:interest|curiosity)\b/u }],
  wet: [{ right: 'whet', after: /^ (?:his|her|their|my|your|our|the) appetites?\b/u }],
  mute: [{ right: 'moot', after: /^ point\b/u }],
  slight: [{ right: 'sleight', after: /^ of hand\b/u }],
  bare: [{ right: 'bear', after: /^ with (?:me|us|him|her|them)\b/u }],
  stationary: [{ right: 'stationery', after: /^ (?:shop|shops|cupboard|supplies|store)\b/u }],
  stationery: [{ right: 'stationary', after: /^ (?:car|cars|bus|vehicles?|train|traffic|lorry)\b/u }],
};
