package io.stillwater.service.problem;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.stillwater.service.SampleServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SampleServiceTest
class ProblemsTest {

  @Test
  void anErrorThatTheServiceFindsSaysWhatIsWrong() {
    problem(get("/trouble/found-by-us").then(), 404)
        .body("type", equalTo("about:blank"))
        .body("title", equalTo("Not Found"))
        .body("status", equalTo(404))
        .body("detail", equalTo("there is no x; ask for y"))
        .body("$", not(hasKey("errors")));
  }

  @Test
  void theErrorsOfADocumentAreListed() {
    problem(get("/trouble/document").then(), 400)
        .body("detail", containsString("1 error"))
        .body("errors[0].path", equalTo("spec.tables"))
        .body("errors[0].message", equalTo("is missing"));
  }

  @Test
  void anUnexpectedErrorTellsNothingOfTheInside() {
    problem(get("/trouble/unexpected").then(), 500)
        .body("detail", allOf(containsString("sample"), not(containsString("42"))));
  }

  @Test
  void whatTheFrameworkFindsIsAProblemToo() {
    problem(get("/no/such/path").then(), 404);
    problem(given().delete("/trouble/document").then(), 405);
    problem(given().contentType(ContentType.XML).body("<x/>").post("/trouble").then(), 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"number\":", "[]", "{\"number\":\"many\"}", "{\"at\":\"now\"}"})
  void aBodyThatIsNotTheJsonExpectedIsAProblem(String body) {
    problem(given().contentType(ContentType.JSON).body(body).post("/trouble").then(), 400)
        .body("detail", containsString("not the JSON expected"));
  }

  @Test
  void answersAreWrittenAsEventsAre() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"number\":1,\"unknown\":true}")
        .post("/trouble")
        .then()
        .statusCode(200)
        .body("number", equalTo(1))
        .body("$", not(hasKey("at")));
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response.statusCode(status).contentType("application/problem+json");
  }
}
