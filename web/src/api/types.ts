import type { z } from 'zod'
import type { decision } from '../../../src/api/shapes/decision.ts'
import type { incidentItem } from '../../../src/api/shapes/incident.ts'
import type { recordDetail, recordItem } from '../../../src/api/shapes/record.ts'
import type { readingAnswer, reportDetail, reportItem, reportName } from '../../../src/api/shapes/report.ts'
import type { searchAnswer, suggestAnswer } from '../../../src/api/shapes/search.ts'
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
