import { workerData } from 'node:worker_threads'
import { openLibrary } from '../../library/open.ts'
import { answerOrders } from '../threads/answer-orders.ts'
import { type ArgsOf, answer, type QuestionName } from './questions.ts'

const library = openLibrary((workerData as { path: string }).path, { for: 'read' })

answerOrders(
  (name, args) => answer(library, name as QuestionName, args as ArgsOf<QuestionName>),
  () => library.close(),
)
