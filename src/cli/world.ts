/** What a command sees of the outside: the streams, and the environment variables. `process` is one. */
export type World = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'env'>
