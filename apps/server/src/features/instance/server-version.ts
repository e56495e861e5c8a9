/**
 * The version of the API that is served: clients, runners and other servers decide by it which features they may use.
 * It is not the version of this product.
 */
export const serverVersion = '8.2.1'
