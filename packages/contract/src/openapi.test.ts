import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allOperations } from './all-operations.ts'
import { buildOpenApi } from './openapi.ts'

const info = { title: 'Test', version: '1.0.0' }
const document = buildOpenApi(allOperations, info)

function collect(value: unknown, references: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const item of value) collect(item, references)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref' && typeof inner === 'string') references.add(inner)
      else collect(inner, references)
    }
  }
  return references
}

describe('buildOpenApi', () => {
  it('describes every operation once', () => {
    const described = Object.values(document.paths)
      .flatMap((item) => Object.values(item))
      .flatMap((entry) => [
        entry.operationId,
        ...((entry['x-variants'] as { operationId: string }[]) ?? []).map((v) => v.operationId),
      ])
    const expected = allOperations.filter(({ success }) => success !== 101).map(({ id }) => id)
    assert.deepEqual(described.toSorted(), expected.toSorted())
  })

  it('refers only to components that exist', () => {
    const references = collect(document, new Set())
    assert.ok(references.has('#/components/schemas/VideoDetails'))
    for (const reference of references) {
      const name = reference.replace('#/components/schemas/', '')
      assert.ok(document.components.schemas[name], `${reference} is missing`)
    }
  })

  it('names parameters, security and answers', () => {
    const getVideo = document.paths['/api/v1/videos/{id}']?.get as any
    assert.equal(getVideo.operationId, 'getVideo')
    assert.deepEqual(getVideo.security, [{}, { bearer: [] }])
    assert.deepEqual(
      getVideo.parameters.map(({ name, in: place, required }: any) => [name, place, required]),
      [
        ['id', 'path', true],
        ['x-peertube-video-password', 'header', false],
      ],
    )
    assert.deepEqual(getVideo.responses[200].content['application/json'].schema, {
      $ref: '#/components/schemas/VideoDetails',
    })
    assert.ok(getVideo.responses[404].content['application/problem+json'])
  })

  it('shows the clean types of lenient parameters', () => {
    const { parameters } = document.paths['/api/v1/videos']!.get as any
    const schemaOf = (wanted: string) => parameters.find(({ name }: any) => name === wanted).schema
    assert.equal(schemaOf('count').type, 'integer')
    assert.equal(schemaOf('count').maximum, 100)
    assert.equal(schemaOf('isLive').type, 'boolean')
    assert.equal(schemaOf('tagsOneOf').type, 'array')
    assert.ok(schemaOf('sort').enum.includes('-publishedAt'))
  })

  it('adds the files of multipart bodies', () => {
    const { requestBody } = document.paths['/api/v1/videos/upload']!.post as any
    const { schema } = requestBody.content['multipart/form-data']
    assert.deepEqual(schema.properties.videofile, { type: 'string', format: 'binary' })
    assert.ok(schema.required.includes('videofile'))
    assert.ok(schema.required.includes('name'))
    assert.equal(requestBody.required, true)
  })
})
