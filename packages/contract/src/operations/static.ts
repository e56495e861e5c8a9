import { object, text } from '../lenient.ts'
import { operation } from '../operation.ts'

export const getStaticUploadsImagesByFilename = operation({
  id: 'getStaticUploadsImagesByFilename',
  method: 'GET',
  path: '/static/uploads/images/{filename}',
  tag: 'Static',
  summary: 'Uploaded platform logos',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  in70: false,
})
