import { buildOpenApi } from '@sepiola/contract/openapi.ts'
import { operation } from '@sepiola/contract/operation.ts'
import { defineFeature, type Feature } from '#foundation/feature.ts'
import { implement, SerializedJson } from '#foundation/http/implement.ts'

const getOpenApi = operation({
  id: 'getOpenApi',
  method: 'GET',
  path: '/api/v1/openapi.json',
  tag: 'Misc',
  summary: 'OpenAPI document of the operations that this server answers',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  in70: false,
})

/** Serves the OpenAPI document of what the given features implement; built at its first request. */
export function describeApi(features: readonly Feature[], version: string): Feature {
  let text: string | undefined
  const served = features
    .flatMap((feature) => feature.operations ?? [])
    .map((implementation) => implementation.operation)
  return defineFeature({
    name: 'describe-api',
    operations: [
      implement(getOpenApi, () => {
        text ??= JSON.stringify(buildOpenApi([...served, getOpenApi], { title: 'Sepiola', version }))
        return new SerializedJson(text)
      }),
    ],
  })
}
