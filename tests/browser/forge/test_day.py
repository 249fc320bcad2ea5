def test_try(window, published):
    try:
        window.open()
        window.page.screenshot(path="/tmp/h17/f1.png")
        window.sign_in("a-token-that-writes")
        window.page.wait_for_timeout(5000)
        window.page.screenshot(path="/tmp/h17/f2.png")
        print([b.get_attribute("aria-label") or b.inner_text() for b in window.page.get_by_role("button").all()])
    finally:
        print(window.asked, window.wrong, published.gitea.requests)
        window.page.screenshot(path="/tmp/h17/f3.png")
