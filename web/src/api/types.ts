import type { z } from 'zod'
import type { decision } from '../../../src/api-peek/shapes/decision.ts'
import type { incidentItem } from '../../../src/api-peek/shapes/incident.ts'
import type { recordDetail, recordItem } from '../../../src/api-peek/shapes/record.ts'
import type { readingAnswer, reportDetail, reportItem, reportName } from '../../../src/api-peek/shapes/report.ts'

/** What the server answers, by the shapes that it checks itself with. */
export type Decision = z.infer<typeof decision>
export type IncidentItem = z.infer<typeof incidentItem>
export type ReadingAnswer = z.infer<typeof readingAnswer>
export type RecordDetail = z.infer<typeof recordDetail>
export type RecordItem = z.infer<typeof recordItem>
export type ReportDetail = z.infer<typeof reportDetail>
export type ReportItem = z.infer<typeof reportItem>
export type ReportName = z.infer<typeof reportName>
