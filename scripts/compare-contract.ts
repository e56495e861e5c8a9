import type { OperationDefinition } from '@sepiola/contract/operation.ts'

export interface Count {
  done: number
  all: number
}

export interface TagCount extends Count {
  tag: string
  /** Of those in the 7.0 reference. */
  done70: number
  all70: number
}

export interface Comparison {
  done: OperationDefinition[]
  missing: OperationDefinition[]
  /** Served under an id, or with a method and path, that the contract does not have. */
  foreign: OperationDefinition[]
  tags: TagCount[]
  total: Count
  total70: Count
}

const routeOf = ({ method, path }: OperationDefinition) => `${method} ${path}`

/** An operation is done when one of the same id is served with the same method and path. */
export function compareContract(
  contract: readonly OperationDefinition[],
  served: readonly OperationDefinition[],
): Comparison {
  const routes = new Map(contract.map((operation) => [operation.id, routeOf(operation)]))
  const foreign = served.filter((operation) => routes.get(operation.id) !== routeOf(operation))
  const servedIds = new Set(served.filter((operation) => !foreign.includes(operation)).map(({ id }) => id))
  const isDone = ({ id }: OperationDefinition) => servedIds.has(id)
  const count = (operations: readonly OperationDefinition[]): Count => ({
    done: operations.filter(isDone).length,
    all: operations.length,
  })
  const tags = [...Map.groupBy(contract, ({ tag }) => tag)].map(([tag, operations]) => {
    const in70 = count(operations.filter((operation) => operation.in70))
    return { tag, ...count(operations), done70: in70.done, all70: in70.all }
  })
  return {
    done: contract.filter(isDone),
    missing: contract.filter((operation) => !isDone(operation)),
    foreign,
    tags: tags.toSorted((one, other) => one.tag.localeCompare(other.tag)),
    total: count(contract),
    total70: count(contract.filter(({ in70 }) => in70)),
  }
}
