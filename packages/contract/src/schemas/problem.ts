import { z } from 'zod'
import { define, type Infer } from '../operation.ts'

/** Answers that refuse something (RFC 7807, spec 01 §2); some carry more members. */
export const Problem = define(() =>
  z.looseObject({
    type: z.string(),
    title: z.string().optional(),
    status: z.int(),
    detail: z.string().optional(),
    /** The same as `detail`, for old clients. */
    error: z.string().optional(),
    docs: z.string().optional(),
    code: z.string().optional(),
    instance: z.string().optional(),
    'invalid-params': z.record(z.string(), z.looseObject({ msg: z.string(), path: z.string() })).optional(),
  }),
)
export type Problem = Infer<typeof Problem>
