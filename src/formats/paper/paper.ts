/** A document for people: paragraphs with footnotes, and drawings. Writers make Markdown, HTML and DOCX of it. */
export interface Paper {
  /** ISO 639-1. */
  readonly language: string
  readonly title: string
  /** What it is made from, a sentence or two. */
  readonly head: string
  readonly blocks: readonly Block[]
  readonly notesTitle: string
  /** By number, from 1. */
  readonly notes: readonly Note[]
}

export type Block =
  | { readonly kind: 'heading'; readonly id: string; readonly text: string }
  | { readonly kind: 'sentence'; readonly runs: readonly Run[] }
  | { readonly kind: 'remark'; readonly text: string }
  | Table
  | { readonly kind: 'drawing'; readonly drawing: Drawing }

/** Rows of cells; a cell is words with their notes. */
export interface Table {
  readonly kind: 'table'
  readonly head: readonly string[]
  readonly rows: readonly (readonly (readonly Run[])[])[]
}

/** Words, and the numbers of the notes behind them. */
export interface Run {
  readonly text: string
  readonly notes: readonly number[]
  /** Does it say what the sentence is about (its day, its place), so that an eye that runs down the page finds it? */
  readonly isLead?: true
}

/** The words of a report behind a sentence. */
export interface Note {
  readonly number: number
  /** "3f2a91c0d5e6/v3": `griot show` opens it; several where the same words gave several records. */
  readonly records: readonly string[]
  /** Publisher, title, day: what is known of the report. */
  readonly source: string
  readonly url: string | null
  readonly quote: string
}

/** A picture of shapes, drawn in their order; `caption` says what it shows. Lengths are in units of the page's text size, about a sixteenth of it. */
export interface Drawing {
  readonly caption: string
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** What a shape is for; each writer has a colour for it. */
export type Ink = 'land' | 'sea' | 'border' | 'axis' | 'first' | 'second' | 'range' | 'text' | 'soft'

export type Point = readonly [x: number, y: number]

/** What a mark of a drawing says, and the numbers of the notes that it opens to. */
export interface Mark {
  readonly says?: string
  readonly notes?: readonly number[]
}

export type Shape =
  | ({
      readonly kind: 'rect'
      readonly ink: Ink
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    } & Mark)
  | ({ readonly kind: 'dot'; readonly ink: Ink; readonly x: number; readonly y: number; readonly radius: number } & Mark)
  | { readonly kind: 'line'; readonly ink: Ink; readonly lines: readonly (readonly Point[])[] }
  | { readonly kind: 'area'; readonly ink: Ink; readonly rings: readonly (readonly Point[])[] }
  | ({
      readonly kind: 'text'
      readonly ink: Ink
      readonly x: number
      readonly y: number
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
    } & Mark)
