import type { EventStatus } from '../../record/event.ts'
import type { Context, EventMode, EventType } from '../../record/vocab/plover.ts'

/**
 * Where an argument of a trigger is found. Of a verb: `subj`, `obj`, `iobj` (deep: the object of a passive is its subject), `prt` (particle),
 * `adv`, `xcomp`, `ccomp`, `advcl`, and every preposition by its own word (`to`, `against`: obliques and clauses). Of a noun: `poss`, `mod`
 * (adjectives and compound parts), `subj` and `obj` (lent by a light verb), and its prepositions. A dot goes one step down:
 * `obj.mod`, `ccomp.subj`.
 */
export type Slot = string

/** What must hold of a slot: filled at all, or by one of these lemmas, or by one of these kinds. */
export interface Condition {
  /** Any one of them will do. */
  readonly slots: readonly Slot[]
  /** True where the condition must not hold. */
  readonly not: boolean
  /** Empty with no `kinds`: any filler will do. */
  readonly lemmas: ReadonlySet<string>
  /** "armed": an armed group; "country"; "actor": a person, body, group, country; "place"; "person"; "event": heads an event of its own; "name": a proper noun. */
  readonly kinds: readonly FillerKind[]
}
export type FillerKind = 'armed' | 'country' | 'actor' | 'place' | 'person' | 'event' | 'name' | 'clause'

/** Slots whose fillers fill a role: those of the first alternative that names anybody; within one, all of them together. */
export type RoleSlots = readonly (readonly Slot[])[]

/** One sense of a trigger word: when it holds, and what it then is. */
export interface EventFrame {
  /** Name of its rule: "attack verb 12" (word, part of speech, line of the list). */
  readonly name: string
  readonly pos: TriggerPos
  readonly when: readonly Condition[]
  /** Null: a sense that is no event (sports, business, figures of speech). */
  readonly type: EventType | null
  readonly mode: EventMode | null
  /** The mode follows what is asked for, refused or threatened. */
  readonly modeByContent: boolean
  readonly actors: RoleSlots
  readonly recipients: RoleSlots
  /** What is given, sent, opened, signed, seized. */
  readonly object: RoleSlots
  /** Slots that hold what is asked for, promised, refused: an event found there is part of this one. */
  readonly content: readonly Slot[]
  /** Whatever the clause says: "ongoing" for a siege. Null: as the clause has it. */
  readonly status: EventStatus | null
  /** 0..1: how surely the words alone make such an event. */
  readonly trust: number
}
export type TriggerPos = 'verb' | 'noun' | 'adj'

/** A word that says whether and how an event under it takes place: "plan", "begin", "launch", "deny", "threat (of)". */
export interface EventOperator {
  readonly pos: TriggerPos
  /** Slots under which the event stands. */
  readonly takes: ReadonlySet<Slot>
  /** What it makes of the event; null: nothing, it only lends it its arguments ("launch an attack"). */
  readonly effect: EventStatus | null
  /** Whom its subject is to an event noun under it: "launch" actor, "suffer" recipient. */
  readonly subject: 'actor' | 'recipient' | null
  /** A light verb: it and the noun are one trigger. */
  readonly light: boolean
  /** Its subject commits itself to the event ("vow", "agree"): a planned cooperation is then AGREE. */
  readonly commits: boolean
}

/** Everything a language answers about events. */
export interface EventAnswers {
  /** Frames of a lemma with its particle ("carry out"), the most special first. */
  readonly frames: ReadonlyMap<string, readonly EventFrame[]>
  readonly operators: ReadonlyMap<string, readonly EventOperator[]>
  /** Past forms of the verbs among the frames → the verb, for words whose lemma the lists do not have: "besieged" → "besiege". */
  readonly forms: ReadonlyMap<string, string>
  /** Verbs whose participle tells the event even in front of a noun and without a doer: "besieged towns". */
  readonly attributive: ReadonlySet<string>
  /** Verbs that no frame has without an object. */
  readonly transitive: ReadonlySet<string>
  /** Prepositions that only make a number vague ("up to", "at least"). */
  readonly approximators: ReadonlySet<string>
  /** Verbs that make a hostile content a threat: "vowed to strike back". */
  readonly vows: ReadonlySet<string>
  /** Auxiliaries of duty: said to somebody else, they ask it of him ("Sudan must return it"). */
  readonly obligations: ReadonlySet<string>
  /** Particles that belong to a verb ("off", "down"), whatever relation the tree gives them. */
  readonly particles: ReadonlySet<string>
  /** Auxiliaries and adverbs → the status they give: "will" → planned, "may" → possible, "not" → negated. */
  readonly auxiliaries: ReadonlyMap<string, EventStatus>
  /** Modifiers of an event noun → its status: "planned", "possible", "ongoing". */
  readonly modifiers: ReadonlyMap<string, EventStatus>
  /** Words that open a condition ("if", "unless"): what follows is possible. */
  readonly conditionals: ReadonlySet<string>
  /** Modifiers of a noun that did what the infinitive behind it says: "the first group to attack". */
  readonly singling: ReadonlySet<string>
  /** Nouns that tell a happening only where something more is said of it: "violence". */
  readonly general: ReadonlySet<string>
  /** The word that an infinitive of purpose begins with. */
  readonly infinitive: ReadonlySet<string>
  /** Verbs whose subject does what the infinitive says although they have an object: "promise", "threaten". */
  readonly subjectControl: ReadonlySet<string>
  /** Verbs whose prepositional object does what the infinitive says: "called on Mali to send". */
  readonly obliqueControl: ReadonlySet<string>
  /** Verbs of saying, thinking, reporting: where they are said is not where the event is. */
  readonly speech: ReadonlySet<string>
  /** Prepositions of the doer in a passive. */
  readonly agentMarks: ReadonlySet<string>
  /** Prepositions of a clause that the object of the verb above controls ("accused X of shelling"). */
  readonly objectControlMarks: ReadonlySet<string>
  /** Relative pronouns. */
  readonly relatives: ReadonlySet<string>
  /** The noun that stands for people in classes: a class that holds it takes numbers alone for people. */
  readonly people: string
  /** Nouns that only count what follows: "dozens of civilians". */
  readonly partitives: ReadonlySet<string>
  /** Heads that do nothing on purpose: storms, prices, films, teams; no event has them as an actor. */
  readonly neverActors: ReadonlySet<string>
  /** Words of natural hazards and accidents ("flood", "crash"): harm told beside them was done by nobody. */
  readonly hazards: ReadonlySet<string>
  /** Lemmas that name a subject area that is not ours (sport, stage, stock market) → the area. */
  readonly offTopic: ReadonlyMap<string, string>
  /** Verbs and nouns of harm ("kill", "wound"), which tell the outcome of an attack named beside them. */
  readonly harm: ReadonlySet<string>
  /** Slots of a verb of harm that hold the attack that did it: "killed in a raid", "the blast killed". */
  readonly causeSlots: ReadonlySet<Slot>
  /** Slots that hold weapons and manners. */
  readonly toolSlots: ReadonlySet<Slot>
  /** Verbs whose object is the weapon: "use", "fire". */
  readonly wields: ReadonlySet<string>
  /** The preposition that completes a noun: "of". */
  readonly genitives: ReadonlySet<string>
  /** Words of an instrument or manner → mode of an assault: "grenade" → explosives. */
  readonly means: ReadonlyMap<string, EventMode>
  /** Contexts by word, lower-case lemma; phrases of two words with a blank. */
  readonly contexts: ReadonlyMap<string, readonly Context[]>
  /** The first words of those among them that are pairs of words. */
  readonly contextPairs: ReadonlySet<string>
  /** Mode of a request, refusal or threat, by the noun or verb that names its content and by nothing else: "ceasefire" → yield. */
  readonly contentModes: ReadonlyMap<string, readonly EventMode[]>
  /** Nouns of what is said or written: who does what they say is their author. */
  readonly documents: ReadonlySet<string>
  /** Prepositions that put a deed inside an event: "during", "in". */
  readonly during: ReadonlySet<string>
  /** Prepositions of place; those of direction count for events of moving only. */
  readonly placeMarks: ReadonlySet<string>
  readonly directionMarks: ReadonlySet<string>
  /** Prepositions of what an event is about or for. */
  readonly topicMarks: ReadonlySet<string>
  /** Verbs of warning: what their speaker would do himself, he threatens. */
  readonly warnings: ReadonlySet<string>
  /** Verbs of command: what they order is done by whoever orders it. */
  readonly commands: ReadonlySet<string>
  /** Prepositions of whom a deed is aimed at or whose its object is: "against", "on", "of", "from". */
  readonly aimMarks: ReadonlySet<string>
  /** Determiners that point back: "the", "this". */
  readonly definite: ReadonlySet<string>
}
