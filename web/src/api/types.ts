import type { z } from 'zod'
import type { actorDetail, actorItem } from '../../../src/api/shapes/actor.ts'
import type { briefAnswer, changes, missions, neglect, power, presence, relations } from '../../../src/api/shapes/answers.ts'
import type { contradictionsAnswer } from '../../../src/api/shapes/contradictions.ts'
import type { decision } from '../../../src/api/shapes/decision.ts'
import type { explanationAnswer } from '../../../src/api/shapes/explain.ts'
import type { importAnswer } from '../../../src/api/shapes/import.ts'
import type { incidentDetail, incidentItem, incidentMap, previewAnswer } from '../../../src/api/shapes/incident.ts'
import type { recordDetail, recordItem } from '../../../src/api/shapes/record.ts'
import type { readingAnswer, reportDetail, reportItem } from '../../../src/api/shapes/report.ts'
import type { noticeItem, savedItem } from '../../../src/api/shapes/saved.ts'
import type { searchAnswer, suggestAnswer } from '../../../src/api/shapes/search.ts'
import type { disagreementItem, seriesDetail, seriesItem } from '../../../src/api/shapes/series.ts'
import type { publisherItem, refusalItem, ruleItem, statusAnswer } from '../../../src/api/shapes/status.ts'
import type { todayAnswer } from '../../../src/api/shapes/today.ts'

/** What the server answers, by the shapes that it checks itself with. */
export type IncidentItem = z.infer<typeof incidentItem>
export type ReadingAnswer = z.infer<typeof readingAnswer>
export type RecordDetail = z.infer<typeof recordDetail>
export type RecordItem = z.infer<typeof recordItem>
export type ReportItem = z.infer<typeof reportItem>
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
export type BriefAnswer = z.infer<typeof briefAnswer>
export type ChangesAnswer = z.infer<typeof changes>
export type ExplanationAnswer = z.infer<typeof explanationAnswer>
export type ImportAnswer = z.infer<typeof importAnswer>
export type MissionsAnswer = z.infer<typeof missions>
export type NeglectAnswer = z.infer<typeof neglect>
export type PowerAnswer = z.infer<typeof power>
export type PresenceAnswer = z.infer<typeof presence>
export type RelationsAnswer = z.infer<typeof relations>
export type SavedItem = z.infer<typeof savedItem>
export type NoticeItem = z.infer<typeof noticeItem>
export type Decision = z.infer<typeof decision>
export type ReportDetail = z.infer<typeof reportDetail>
export type ContradictionsAnswer = z.infer<typeof contradictionsAnswer>
export type TodayAnswer = z.infer<typeof todayAnswer>
