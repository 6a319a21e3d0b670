import type { z } from 'zod'
import type { actorDetail, actorItem } from '../../../src/api/shapes/actor.ts'
import type { decision } from '../../../src/api/shapes/decision.ts'
import type { incidentDetail, incidentItem, incidentMap, previewAnswer } from '../../../src/api/shapes/incident.ts'
import type { recordDetail, recordItem } from '../../../src/api/shapes/record.ts'
import type { readingAnswer, reportDetail, reportItem, reportName } from '../../../src/api/shapes/report.ts'
import type { searchAnswer, suggestAnswer } from '../../../src/api/shapes/search.ts'
import type { disagreementItem, seriesDetail, seriesItem } from '../../../src/api/shapes/series.ts'
import type { publisherItem, refusalItem, ruleItem, statusAnswer } from '../../../src/api/shapes/status.ts'

/** What the server answers, by the shapes that it checks itself with. */
export type Decision = z.infer<typeof decision>
export type IncidentItem = z.infer<typeof incidentItem>
export type ReadingAnswer = z.infer<typeof readingAnswer>
export type RecordDetail = z.infer<typeof recordDetail>
export type RecordItem = z.infer<typeof recordItem>
export type ReportDetail = z.infer<typeof reportDetail>
export type ReportItem = z.infer<typeof reportItem>
export type ReportName = z.infer<typeof reportName>
export type StatusAnswer = z.infer<typeof statusAnswer>
export type SuggestAnswer = z.infer<typeof suggestAnswer>
export type SearchAnswer = z.infer<typeof searchAnswer>
export type PublisherItem = z.infer<typeof publisherItem>
export type RefusalItem = z.infer<typeof refusalItem>
export type RuleItem = z.infer<typeof ruleItem>
export type ActorDetail = z.infer<typeof actorDetail>
export type ActorItem = z.infer<typeof actorItem>
export type DisagreementItem = z.infer<typeof disagreementItem>
export type IncidentDetail = z.infer<typeof incidentDetail>
export type IncidentMap = z.infer<typeof incidentMap>
export type PreviewAnswer = z.infer<typeof previewAnswer>
export type SeriesDetail = z.infer<typeof seriesDetail>
export type SeriesItem = z.infer<typeof seriesItem>
export interface ImportAnswer {
  readonly name: string
  readonly size: number
  readonly read: number
  readonly added: number
  readonly known: number
  readonly failures: number
  readonly isDone: boolean
}
