/** As the server has it; a longer direction would be refused. */
export const directionMax = 2000
